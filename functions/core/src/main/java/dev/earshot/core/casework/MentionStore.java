package dev.earshot.core.casework;

import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.Optional;

/** Where mentions, cases and counts are kept. Outages throw; they are retried by the queue. */
public interface MentionStore {

    /** All that is stored about a mention, as of now: what was written before is seen. */
    Optional<StoredMention> find(MentionId id);

    /**
     * Writes the mention, its cases and the counts, all or nothing.
     *
     * @return false when what is stored is no longer {@code change.before()}: somebody else was faster, read again
     */
    boolean write(Change.Write change);

    /**
     * Lets an author's erasure find a report, too, after their own words came in which it quoted; nothing happens when it
     * has an author or its words are gone.
     */
    void attribute(MentionId report, Instant receivedAt, AuthorKey author);

    /** Remembers that a case's notice was published. */
    void noticed(CaseId id);
}
