package dev.earshot.core.subscription;

/** Whether a subscription delivers. */
public enum SubscriptionState {
    /** Whoever is at the endpoint has not confirmed yet. */
    PENDING,
    /** Notices are delivered. */
    CONFIRMED
}
