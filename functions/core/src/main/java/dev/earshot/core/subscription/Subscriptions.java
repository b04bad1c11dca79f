package dev.earshot.core.subscription;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.subscription.Addition.Added;
import dev.earshot.core.subscription.Addition.Invalid;
import dev.earshot.core.subscription.TopicSubscriptions.Placement;
import dev.earshot.core.subscription.TopicSubscriptions.Placement.Declined;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private final SubscriptionTable table;
    private final Settlement settlement;
    private final SubscriptionViews views;
    private final Supplier<? extends Collection<String>> departments;
    private final Clock clock;
    private final EndpointPolicy policy;
    private final SubscriptionAudit audit;

    /**
     * Puts the use case together.
     *
     * @param departments the ids of all departments there are
     * @param policy where subscriptions may go
     */
    public Subscriptions(
            SubscriptionTable table,
            TopicSubscriptions topic,
            Supplier<? extends Collection<String>> departments,
            Clock clock,
            EndpointPolicy policy,
            Auditor auditor) {
        this.table = table;
        this.audit = new SubscriptionAudit(auditor, clock);
        this.settlement = new Settlement(table, topic, audit);
        this.views = new SubscriptionViews(table, topic, audit);
        this.departments = departments;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Adds a subscription. The same again is the same one, and asks again who has not confirmed. A web endpoint that is
     * not asked for by the council awaits its approval; nothing is sent there before.
     */
    public Addition add(Caller caller, SubscriptionRequest request) {
        RequestReader reader = new RequestReader(policy);
        Collection<String> all = departments.get();
        Optional<Wish> wish = reader.read(request, id -> all.contains(id) && Access.department(caller, id));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return wish.map(asked -> add(caller, Subscription.of(asked, caller.name(), now)))
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
        return views.of(stored);
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
        found.ifPresent(subscription -> remove(caller, subscription));
        return found.isPresent();
    }

    /** The subscriptions that await the council's approval, newest first; none for others. */
    public List<SubscriptionView> awaitingApproval(Caller caller) {
        return Access.approval(caller)
                ? list(caller, null).stream()
                        .filter(one -> one.waitsFor() == SubscriptionView.WaitsFor.APPROVAL)
                        .toList()
                : List.of();
    }

    /**
     * Approves a subscription, after which its endpoint is asked to confirm. Approving again asks again.
     *
     * @return empty when there is none for the caller to approve
     */
    public Optional<Addition> approve(Caller caller, String id) {
        if (!Access.approval(caller) || !Subscription.isId(id)) {
            return Optional.empty();
        }
        return table.find(id).filter(one -> !one.ending()).map(one -> approve(caller, one));
    }

    private Addition approve(Caller caller, StoredSubscription one) {
        Subscription asked = one.subscription();
        Optional<Invalid> refusal = one.awaiting() ? refusal(asked) : Optional.empty();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        table.approve(asked.id(), audit.approved(caller, asked));
        return settled(caller, asked);
    }

    private Addition add(Caller caller, Subscription asked) {
        settlement.forgetEnded(asked.address());
        Optional<Invalid> refusal = refusal(asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean approved = Access.approval(caller) || !asked.protocol().needsApproval();
        table.add(asked, approved, audit.added(caller, asked));
        boolean awaiting =
                table.find(asked.id()).filter(StoredSubscription::awaiting).isPresent();
        return awaiting ? new Added(views.now(asked)) : settled(caller, asked);
    }

    private Addition settled(Caller caller, Subscription asked) {
        Optional<Placement> placement = settlement.settle(asked.address());
        if (placement.orElse(null) instanceof Declined declined) {
            remove(caller, asked);
            return Invalid.of("/endpoint", declined.reason());
        }
        return new Added(views.now(asked));
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

    private void remove(Caller caller, Subscription subscription) {
        table.end(subscription.id());
        settlement.forgetEnded(subscription.address());
        if (settlement.settle(subscription.address()).orElse(null) instanceof Declined) {
            throw new IllegalStateException("the topic does not take less than it took before");
        }
        table.remove(subscription, audit.removed(caller, subscription));
    }
}
