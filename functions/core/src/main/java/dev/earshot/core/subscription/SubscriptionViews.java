package dev.earshot.core.subscription;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows subscriptions with the state that the topic tells. */
final class SubscriptionViews {

    private static final Comparator<SubscriptionView> NEWEST_FIRST =
            Comparator.comparing(SubscriptionView::createdAt).reversed().thenComparing(SubscriptionView::id);

    private final SubscriptionTable table;
    private final TopicSubscriptions topic;
    private final SubscriptionAudit audit;

    SubscriptionViews(SubscriptionTable table, TopicSubscriptions topic, SubscriptionAudit audit) {
        this.table = table;
        this.topic = topic;
        this.audit = audit;
    }

    /** One as it is now; as it was asked for when it is gone already. */
    SubscriptionView now(Subscription asked) {
        Optional<StoredSubscription> stored = table.find(asked.id());
        Subscription subscription = stored.map(StoredSubscription::subscription).orElse(asked);
        if (stored.filter(StoredSubscription::awaiting).isPresent()) {
            return SubscriptionView.awaiting(subscription);
        }
        SubscriptionState state = stored.flatMap(one -> Optional.ofNullable(one.reference()))
                .flatMap(topic::state)
                .orElse(SubscriptionState.PENDING);
        return SubscriptionView.of(subscription, state);
    }

    /** These, newest first. One that was ended from outside is dropped. */
    List<SubscriptionView> of(List<StoredSubscription> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        Map<Address, SubscriptionState> states = topic.states();
        return stored.stream()
                .flatMap(one -> view(one, states).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private Optional<SubscriptionView> view(StoredSubscription one, Map<Address, SubscriptionState> states) {
        Subscription subscription = one.subscription();
        if (one.awaiting()) {
            return Optional.of(SubscriptionView.awaiting(subscription));
        }
        SubscriptionState listed = states.get(subscription.address());
        if (listed != null || one.reference() == null) {
            return Optional.of(SubscriptionView.of(subscription, listed == null ? SubscriptionState.PENDING : listed));
        }
        // The list may lag behind; the entry itself says for certain.
        Optional<SubscriptionState> state = topic.state(one.reference());
        if (state.isEmpty()) {
            table.forget(one, audit.ended(subscription));
        }
        return state.map(known -> SubscriptionView.of(subscription, known));
    }
}
