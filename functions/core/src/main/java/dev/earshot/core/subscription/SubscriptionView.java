package dev.earshot.core.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as callers see it.
 *
 * @param waitsFor what is missing before notices are delivered; null once they are
 */
public record SubscriptionView(
        String id,
        String department,
        Protocol protocol,
        String endpoint,
        Filter filter,
        SubscriptionState state,
        @Nullable WaitsFor waitsFor,
        String createdBy,
        Instant createdAt) {

    /** What can be missing. */
    public enum WaitsFor {
        /** The council has to approve the endpoint; nothing was sent there yet. */
        APPROVAL,
        /** Whoever is at the endpoint has to confirm. */
        CONFIRMATION
    }

    /** One that the council has yet to approve. */
    static SubscriptionView awaiting(Subscription subscription) {
        return of(subscription, SubscriptionState.PENDING, WaitsFor.APPROVAL);
    }

    static SubscriptionView of(Subscription subscription, SubscriptionState state) {
        return of(subscription, state, state == SubscriptionState.PENDING ? WaitsFor.CONFIRMATION : null);
    }

    private static SubscriptionView of(
            Subscription subscription, SubscriptionState state, @Nullable WaitsFor waitsFor) {
        return new SubscriptionView(
                subscription.id(),
                subscription.department(),
                subscription.protocol(),
                subscription.endpoint(),
                subscription.filter(),
                state,
                waitsFor,
                subscription.createdBy(),
                subscription.createdAt());
    }

    /** Without the endpoint, so that no log can hold it. */
    @Override
    public String toString() {
        return id;
    }
}
