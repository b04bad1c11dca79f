package dev.earshot.inbox.audit;

import dev.earshot.core.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as the API shows it.
 *
 * @param subject the issuer's id of who did it; null for the system
 */
public record AuditView(
        Instant at, String by, @Nullable String subject, AuditEntry.Action action, String item, String change) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(entry.at(), entry.by(), entry.subject(), entry.action(), entry.item(), entry.change());
    }
}
