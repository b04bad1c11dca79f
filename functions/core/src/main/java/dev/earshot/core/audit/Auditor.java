package dev.earshot.core.audit;

import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.mention.Text;
import java.time.Duration;
import java.time.Instant;

/**
 * Words the entries of the audit trail; stores write them together with the change.
 *
 * @param kept how long they are kept, at least a day
 */
public record Auditor(Duration kept) {

    public Auditor {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("the audit trail is kept for at least a day");
        }
    }

    /** What a person did. */
    public AuditEntry entry(Instant at, Caller by, Action action, String item, String change) {
        return new AuditEntry(at, by.subject(), by.name(), action, item, bounded(change), at.plus(kept));
    }

    /** What nobody of ours did. */
    public AuditEntry system(Instant at, Action action, String item, String change) {
        return new AuditEntry(at, null, AuditEntry.SYSTEM, action, item, bounded(change), at.plus(kept));
    }

    private static String bounded(String change) {
        return Text.excerpt(change, AuditEntry.LONGEST);
    }
}
