package dev.earshot.core.casework;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.util.Collection;
import java.util.Optional;

/** What people's work on cases needs to read and write. Outages throw. */
public interface CaseStore {

    /** All that is stored about a mention, as of now. */
    Optional<StoredMention> find(MentionId id);

    /**
     * Writes a step and its entry of the audit trail, all or nothing. A case that comes to a department awaits its notice until {@link #noticed}.
     *
     * @return false when a case is no longer as it was read: somebody else was faster, read again
     */
    boolean write(CaseChange change, AuditEntry entry);

    /**
     * Opens the first case of a mention that concerned nobody: it leaves the list that it was in, and is no noise any more.
     * The case awaits its notice until {@link #noticed}.
     *
     * @param aside the mention as it was read, without cases
     * @param entry of the audit trail; written with it, or not at all
     * @return false when it is no longer as it was read: read again
     */
    boolean open(StoredMention aside, Case first, AuditEntry entry);

    /** Remembers that a case's notice was published. */
    void noticed(CaseId id);

    /**
     * A page of cases, those opened last first; without their history. The cost does not grow with how many cases are
     * stored. What was written a moment ago may be missing.
     *
     * @param departments whose cases; nobody's gives an empty page
     * @param statuses where they may stand
     */
    Page<Case> cases(Collection<String> departments, Collection<CaseStatus> statuses, PageRequest page);

    /** A page of the mentions that nothing speaks for, those heard last first. */
    Page<AnalyzedMention> unrouted(PageRequest page);

    /** A page of the mentions that were called noise, those heard last first. */
    Page<AnalyzedMention> noise(PageRequest page);
}
