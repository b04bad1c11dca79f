package dev.earshot.core.subscription;

import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.Auditor;
import java.time.Clock;

/** Words the audit trail of subscriptions: at which domain or host, never at which address. */
final class SubscriptionAudit {

    private final Auditor auditor;
    private final Clock clock;

    SubscriptionAudit(Auditor auditor, Clock clock) {
        this.auditor = auditor;
        this.clock = clock;
    }

    AuditEntry added(Caller by, Subscription subscription) {
        return entry(by, Action.SUBSCRIPTION_ADDED, subscription);
    }

    AuditEntry approved(Caller by, Subscription subscription) {
        return entry(by, Action.SUBSCRIPTION_APPROVED, subscription);
    }

    AuditEntry removed(Caller by, Subscription subscription) {
        return entry(by, Action.SUBSCRIPTION_REMOVED, subscription);
    }

    /** From outside, by the link in a mail or because nobody confirmed it. */
    AuditEntry ended(Subscription subscription) {
        return auditor.system(clock.instant(), Action.SUBSCRIPTION_ENDED, subscription.id(), where(subscription));
    }

    private AuditEntry entry(Caller by, Action action, Subscription subscription) {
        return auditor.entry(clock.instant(), by, action, subscription.id(), where(subscription));
    }

    private static String where(Subscription subscription) {
        return subscription.department() + " by " + subscription.protocol().word() + " at "
                + subscription.address().place();
    }
}
