package dev.earshot.core.casework;

import dev.earshot.core.access.Caller;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.List;

/** Who reported mentions: kept apart from what departments see of a mention. Outages throw. */
public interface Reporters {

    /** Remembers that somebody reported a mention; of two reports by one employee the later is kept. */
    void remember(MentionId id, Caller reporter, Instant at);

    /** Everybody who reported a mention, in no order; may be read before the mention itself is stored. */
    List<Reporter> of(MentionId id);
}
