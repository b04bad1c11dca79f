package dev.earshot.core.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is kept.
 *
 * @param reference what the topic calls the address's subscription; null while it was not asked, or died being asked
 * @param ending whether it is being removed: nothing is wanted by it any more
 * @param awaiting whether the council has yet to approve it: nothing is sent to its endpoint before, not even a question
 */
public record StoredSubscription(
        Subscription subscription, @Nullable String reference, boolean ending, boolean awaiting) {

    /** Whether notices are to be delivered by it. */
    public boolean wanted() {
        return !ending && !awaiting;
    }
}
