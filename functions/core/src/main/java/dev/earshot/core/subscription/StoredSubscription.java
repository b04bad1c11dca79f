package dev.earshot.core.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is kept.
 *
 * @param reference what the topic calls the address's subscription; null while it was not asked, or died being asked
 * @param ending whether it is being removed: nothing is wanted by it any more
 */
public record StoredSubscription(
        Subscription subscription, @Nullable String reference, boolean ending) {}
