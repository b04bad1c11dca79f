package dev.earshot.inbox.sources;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.SourceStates;
import java.time.Clock;
import java.util.List;

/** The use case: those who look after listening see how the sources are. */
public final class SourceReading {

    private final SourceStates states;
    private final Clock clock;

    public SourceReading(SourceStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** Every source by name; none for whom they do not concern. */
    public List<SourceState> list(Caller caller) {
        return Access.sources(caller) ? states.all(clock.instant()) : List.of();
    }
}
