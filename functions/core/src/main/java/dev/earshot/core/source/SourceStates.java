package dev.earshot.core.source;

import java.time.Instant;
import java.util.List;

/** Where one reads how sources are. Outages throw. */
@FunctionalInterface
public interface SourceStates {

    /**
     * Every registered source, by name; also those that were never heard of.
     *
     * @param now the hours that end with this one are shown
     */
    List<SourceState> all(Instant now);
}
