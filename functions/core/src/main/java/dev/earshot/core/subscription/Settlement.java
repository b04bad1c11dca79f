package dev.earshot.core.subscription;

import dev.earshot.core.subscription.TopicSubscriptions.Placement;
import dev.earshot.core.subscription.TopicSubscriptions.Placement.Declined;
import dev.earshot.core.subscription.TopicSubscriptions.Placement.Placed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the topic's one entry for an address agree with all subscriptions there. Who changed the table settles, and looks
 * again afterwards: of two who change at once, the last sees both.
 */
final class Settlement {

    private static final int MOST_ROUNDS = 5;

    private final SubscriptionTable table;
    private final TopicSubscriptions topic;
    private final SubscriptionAudit audit;

    Settlement(SubscriptionTable table, TopicSubscriptions topic, SubscriptionAudit audit) {
        this.table = table;
        this.topic = topic;
        this.audit = audit;
    }

    /** What is wanted at an address. */
    List<Subscription> wanted(Address address) {
        return wanted(table.at(address)).stream()
                .map(StoredSubscription::subscription)
                .toList();
    }

    /**
     * Forgets subscriptions whose entry was ended from outside: by the link in a mail, or because nobody confirmed it.
     * Otherwise the next change at the address would subscribe somebody who had said no.
     */
    void forgetEnded(Address address) {
        List<StoredSubscription> there = table.at(address);
        there.stream()
                .flatMap(one -> Stream.ofNullable(one.reference()))
                .distinct()
                .filter(reference -> topic.state(reference).isEmpty())
                .forEach(gone -> there.stream()
                        .filter(one -> gone.equals(one.reference()))
                        .forEach(one -> table.forget(one, audit.ended(one.subscription()))));
    }

    /**
     * Settles an address.
     *
     * @return what the topic says to it; empty when nothing is wanted there
     */
    Optional<Placement> settle(Address address) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<StoredSubscription> there = table.at(address);
            Optional<Placement> placement = wanted(there).isEmpty() ? withdraw(address, there) : place(address, there);
            boolean declined = placement.filter(Declined.class::isInstance).isPresent();
            if (declined || policy(table.at(address)).equals(policy(there))) {
                return placement;
            }
        }
        throw new IllegalStateException("the subscriptions at one address keep changing");
    }

    private Optional<Placement> place(Address address, List<StoredSubscription> there) {
        Placement placement = topic.place(address, policy(there));
        if (placement instanceof Placed placed) {
            wanted(there).stream()
                    .filter(one -> !placed.reference().equals(one.reference()))
                    .forEach(one -> table.refer(one.subscription().id(), placed.reference()));
        }
        return Optional.of(placement);
    }

    private Optional<Placement> withdraw(Address address, List<StoredSubscription> there) {
        Optional<String> reference = there.stream()
                .flatMap(one -> Stream.ofNullable(one.reference()))
                .findAny();
        reference.or(() -> asked(address)).ifPresent(topic::remove);
        return Optional.empty();
    }

    /** The reference that was lost when somebody died while adding; asking for it again tells it. */
    private Optional<String> asked(Address address) {
        if (!topic.states().containsKey(address)) {
            return Optional.empty();
        }
        return topic.place(address, FilterPolicy.NOTHING) instanceof Placed placed
                ? Optional.of(placed.reference())
                : Optional.empty();
    }

    private static FilterPolicy policy(List<StoredSubscription> there) {
        return FilterPolicy.of(
                wanted(there).stream().map(StoredSubscription::subscription).toList());
    }

    private static List<StoredSubscription> wanted(List<StoredSubscription> there) {
        return there.stream().filter(StoredSubscription::wanted).toList();
    }
}
