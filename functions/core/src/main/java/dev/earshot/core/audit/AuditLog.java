package dev.earshot.core.audit;

import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;

/** The audit trail: what was written stays as it is until its time is over. Outages throw. */
public interface AuditLog {

    /** Writes an entry down by itself, for a change that is not of the same table. */
    void add(AuditEntry entry);

    /**
     * A page of the entries of a time, newest first.
     *
     * @param from the first moment
     * @param to the moment behind the last
     */
    Page<AuditEntry> entries(Instant from, Instant to, PageRequest page);
}
