package dev.earshot.local.trace;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.mention.MentionId;
import dev.earshot.emulators.sns.Delivery;
import dev.earshot.local.trace.TraceLog.Delivered;
import dev.earshot.local.trace.TraceLog.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;

/** Puts a mention's hops together: what functions logged, what SNS delivered, what its cases remember. */
public final class Tracer {

    private final TraceLog log;
    private final MentionStore store;
    private final SnsClient sns;
    private final String topicArn;

    /** @param topicArn of the notices */
    public Tracer(TraceLog log, MentionStore store, SnsClient sns, String topicArn) {
        this.log = log;
        this.store = store;
        this.sns = sns;
        this.topicArn = topicArn;
    }

    /** The trace of a mention id or a case id; empty when nothing is known of it, or it is no such id. */
    public Optional<Trace> of(String id) {
        return TraceIds.mentionOf(id).map(this::of).filter(trace -> !trace.hops()
                .isEmpty());
    }

    private Trace of(MentionId mention) {
        List<Logged> lines = log.linesOf(mention);
        List<TracedHop> hops = new ArrayList<>();
        lines.forEach(line -> hops.add(line.hop()));
        hops.addAll(deliveries(lines));
        store.find(mention).ifPresent(stored -> stored.cases().forEach(one -> hops.addAll(history(one))));
        hops.sort(Comparator.comparing(TracedHop::at));
        return new Trace(mention, hops);
    }

    private List<TracedHop> deliveries(List<Logged> lines) {
        Map<String, String> subscribers = subscribers();
        List<TracedHop> hops = new ArrayList<>();
        for (Logged published : lines) {
            if (!published.snsMessageId().isEmpty()) {
                log.deliveriesOf(published.snsMessageId())
                        .forEach(one -> hops.add(hop(one, published.hop().at(), subscribers)));
            }
        }
        return hops;
    }

    /** Functions tell of a notice a moment after SNS has taken it; what SNS does in that moment is shown after it. */
    private static TracedHop hop(Delivered one, Instant published, Map<String, String> subscribers) {
        Delivery delivery = one.delivery();
        String whom = subscribers.getOrDefault(delivery.subscriptionArn(), "a subscriber that is gone");
        String detail = "to " + whom + ", attempt " + delivery.attempt()
                + (delivery.detail().isEmpty() ? "" : ": " + delivery.detail());
        String hop =
                switch (delivery.result()) {
                    case DELIVERED -> "delivered";
                    case WILL_RETRY -> "retried";
                    case GIVEN_UP -> "given-up";
                };
        Instant at = one.at().isBefore(published) ? published : one.at();
        return new TracedHop(at, "sns", hop, detail);
    }

    /** Protocol and masked endpoint by the subscription's ARN. */
    private Map<String, String> subscribers() {
        Map<String, String> subscribers = new HashMap<>();
        sns.listSubscriptionsByTopicPaginator(l -> l.topicArn(topicArn))
                .subscriptions()
                .forEach(one ->
                        subscribers.put(one.subscriptionArn(), one.protocol() + " " + Masked.endpoint(one.endpoint())));
        return subscribers;
    }

    private static List<TracedHop> history(Case one) {
        return one.history().stream()
                .map(entry -> new TracedHop(
                        entry.at(), "case", entry.action(), one.id().toString()))
                .toList();
    }
}
