package dev.earshot.core.subscription;

import java.time.Instant;

/** A subscription as callers see it. */
public record SubscriptionView(
        String id,
        String department,
        Protocol protocol,
        String endpoint,
        Filter filter,
        SubscriptionState state,
        String createdBy,
        Instant createdAt) {

    static SubscriptionView of(Subscription subscription, SubscriptionState state) {
        return new SubscriptionView(
                subscription.id(),
                subscription.department(),
                subscription.protocol(),
                subscription.endpoint(),
                subscription.filter(),
                state,
                subscription.createdBy(),
                subscription.createdAt());
    }

    /** Without the endpoint, so that no log can hold it. */
    @Override
    public String toString() {
        return id;
    }
}
