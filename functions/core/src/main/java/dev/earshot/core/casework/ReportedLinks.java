package dev.earshot.core.casework;

import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.Optional;

/** Which mention stands for what employees reported with an address. Outages throw. */
public interface ReportedLinks {

    /** The mention that was reported with this address, or with another form of it; one of a moment ago may be missing. */
    Optional<MentionId> find(String url);

    /** Remembers it, unless another mention stands for the address already. */
    void keep(String url, MentionId id, Instant at);
}
