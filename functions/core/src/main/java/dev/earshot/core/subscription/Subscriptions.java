package dev.earshot.core.subscription;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.subscription.Addition.Added;
import dev.earshot.core.subscription.Addition.Invalid;
import dev.earshot.core.subscription.TopicSubscriptions.Placement;
import dev.earshot.core.subscription.TopicSubscriptions.Placement.Declined;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a department's notices: people of the department and the council decide. The table is written before the
 * topic, and cleared after it, so that whoever gets notices stands in a list; repeating a call that died mends it.
 */
public final class Subscriptions {

    /** The most subscriptions to one department. */
    public static final int MOST_PER_DEPARTMENT = 100;

    private static final Comparator<SubscriptionView> NEWEST_FIRST =
            Comparator.comparing(SubscriptionView::createdAt).reversed().thenComparing(SubscriptionView::id);

    private final SubscriptionTable table;
    private final TopicSubscriptions topic;
    private final Settlement settlement;
    private final Supplier<? extends Collection<String>> departments;
    private final Clock clock;
    private final boolean allowPrivateAddresses;

    /**
     * Puts the use case together.
     *
     * @param departments the ids of all departments there are
     * @param allowPrivateAddresses whether endpoints may be on one's own machine or network, and plain http
     */
    public Subscriptions(
            SubscriptionTable table,
            TopicSubscriptions topic,
            Supplier<? extends Collection<String>> departments,
            Clock clock,
            boolean allowPrivateAddresses) {
        this.table = table;
        this.topic = topic;
        this.settlement = new Settlement(table, topic);
        this.departments = departments;
        this.clock = clock;
        this.allowPrivateAddresses = allowPrivateAddresses;
    }

    /** Adds a subscription. The same again is the same one, and asks again who has not confirmed. */
    public Addition add(Caller caller, SubscriptionRequest request) {
        RequestReader reader = new RequestReader(allowPrivateAddresses);
        Collection<String> all = departments.get();
        Optional<Wish> wish = reader.read(request, id -> all.contains(id) && Access.department(caller, id));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return wish.map(asked -> add(Subscription.of(asked, caller.name(), now)))
                .orElseGet(() -> new Invalid(reader.problems()));
    }

    /**
     * The subscriptions to one department, or to all that the caller may read; newest first. One that was ended from
     * outside, by the link in a mail or because nobody confirmed it, is dropped.
     */
    public List<SubscriptionView> list(Caller caller, @Nullable String department) {
        List<StoredSubscription> stored =
                Access.departments(caller, department == null ? departments.get() : List.of(department)).stream()
                        .flatMap(id -> table.ofDepartment(id).stream())
                        .toList();
        if (stored.isEmpty()) {
            return List.of();
        }
        Map<Address, SubscriptionState> states = topic.states();
        return stored.stream()
                .flatMap(one -> view(one, states).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /**
     * Removes a subscription.
     *
     * @return false when there is none for the caller
     */
    public boolean remove(Caller caller, String id) {
        Optional<Subscription> found = (Subscription.isId(id) ? table.find(id) : Optional.<StoredSubscription>empty())
                .map(StoredSubscription::subscription)
                .filter(subscription -> Access.department(caller, subscription.department()));
        found.ifPresent(this::remove);
        return found.isPresent();
    }

    private Addition add(Subscription asked) {
        settlement.forgetEnded(asked.address());
        Optional<Invalid> refusal = refusal(asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        table.add(asked);
        Optional<Placement> placement = settlement.settle(asked.address());
        if (placement.orElse(null) instanceof Declined declined) {
            remove(asked);
            return Invalid.of("/endpoint", declined.reason());
        }
        return new Added(viewNow(asked));
    }

    private Optional<Invalid> refusal(Subscription asked) {
        boolean full = table.ofDepartment(asked.department()).stream()
                        .filter(one -> !one.subscription().id().equals(asked.id()))
                        .count()
                >= MOST_PER_DEPARTMENT;
        if (full) {
            return Optional.of(Invalid.of("/department", "has 100 subscriptions, which is the most: remove one first"));
        }
        List<Subscription> wanted = new ArrayList<>(settlement.wanted(asked.address()));
        wanted.add(asked);
        if (FilterPolicy.of(wanted).fits()) {
            return Optional.empty();
        }
        return Optional.of(Invalid.of(
                "/filter",
                "with what is sent to this endpoint already, more than one endpoint can filter: use the same filter for"
                        + " several departments, or another endpoint"));
    }

    private void remove(Subscription subscription) {
        table.end(subscription.id());
        settlement.forgetEnded(subscription.address());
        if (settlement.settle(subscription.address()).orElse(null) instanceof Declined) {
            throw new IllegalStateException("the topic does not take less than it took before");
        }
        table.remove(subscription);
    }

    private SubscriptionView viewNow(Subscription asked) {
        Optional<StoredSubscription> stored = table.find(asked.id());
        SubscriptionState state = stored.flatMap(one -> Optional.ofNullable(one.reference()))
                .flatMap(topic::state)
                .orElse(SubscriptionState.PENDING);
        return SubscriptionView.of(stored.map(StoredSubscription::subscription).orElse(asked), state);
    }

    private Optional<SubscriptionView> view(StoredSubscription one, Map<Address, SubscriptionState> states) {
        Subscription subscription = one.subscription();
        SubscriptionState listed = states.get(subscription.address());
        if (listed != null || one.reference() == null) {
            return Optional.of(SubscriptionView.of(subscription, listed == null ? SubscriptionState.PENDING : listed));
        }
        // The list may lag behind; the entry itself says for certain.
        Optional<SubscriptionState> state = topic.state(one.reference());
        if (state.isEmpty()) {
            table.forget(one);
        }
        return state.map(known -> SubscriptionView.of(subscription, known));
    }
}
