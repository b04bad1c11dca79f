package dev.earshot.core.casework;

import dev.earshot.core.access.Caller;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who reported mentions: kept apart from what departments see of a mention. Outages throw. */
public interface Reporters {

    /** Remembers that somebody reported a mention; of two reports by one employee the later is kept. */
    void remember(MentionId id, Caller reporter, @Nullable String department, Instant at);

    /** Everybody who reported a mention, in no order; may be read before the mention itself is stored. */
    List<Reporter> of(MentionId id);

    /** A page of what somebody reported, the last first; what was reported twice may be there twice. */
    Page<Reported> by(Caller reporter, PageRequest page);

    /** That somebody reported a mention, and when. */
    record Reported(MentionId id, Instant at) {}
}
