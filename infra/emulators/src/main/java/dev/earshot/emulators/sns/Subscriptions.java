package dev.earshot.emulators.sns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All subscriptions, in the order they were made. */
final class Subscriptions {

    private static final Duration TOKEN_LIFE = Duration.ofDays(2);

    private final Map<String, Subscription> byArn = new LinkedHashMap<>();
    private final Clock clock;

    Subscriptions(Clock clock) {
        this.clock = clock;
    }

    /** The one for this endpoint: a new one, or the one that is there, with a fresh token while it is pending. */
    synchronized Subscription subscribe(
            String topicArn, Protocol protocol, String endpoint, Map<String, String> attributes) {
        SubscriptionAttributes asked = SubscriptionAttributes.of(protocol, attributes);
        forgetUnconfirmed();
        Optional<Subscription> existing = byArn.values().stream()
                .filter(s -> s.isFor(topicArn, protocol, endpoint))
                .findAny();
        if (existing.isPresent()) {
            return again(existing.get(), attributes);
        }
        // A queue of the same account needs no handshake.
        Subscription fresh = new Subscription(
                topicArn + ":" + UUID.randomUUID(),
                topicArn,
                protocol,
                endpoint,
                asked,
                protocol == Protocol.SQS ? null : pending());
        byArn.put(fresh.arn(), fresh);
        return fresh;
    }

    synchronized Subscription confirm(String topicArn, String token) {
        Subscription found = byArn.values().stream()
                .filter(s -> s.topicArn().equals(topicArn) && s.acceptsToken(token, clock.instant()))
                .findAny()
                .orElseThrow(() -> SnsError.invalidParameter("Token"));
        byArn.put(found.arn(), found.confirmed());
        return found.confirmed();
    }

    synchronized void change(String arn, UnaryOperator<Subscription> change) {
        byArn.put(arn, change.apply(get(arn)));
    }

    synchronized Subscription get(String arn) {
        forgetUnconfirmed();
        Subscription found = byArn.get(arn);
        if (found == null) {
            throw SnsError.notFound("Subscription");
        }
        return found;
    }

    synchronized boolean contains(String arn) {
        return byArn.containsKey(arn);
    }

    /** Removes it; removing what is not there is no error, as in SNS, and what is pending cannot be removed. */
    synchronized void remove(String arn) {
        forgetUnconfirmed();
        Subscription found = byArn.get(arn);
        if (found != null && !found.isConfirmed()) {
            throw SnsError.invalidParameter(
                    "SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation");
        }
        byArn.remove(arn);
    }

    synchronized void removeTopic(String topicArn) {
        byArn.values().removeIf(s -> s.topicArn().equals(topicArn));
    }

    synchronized List<Subscription> all() {
        forgetUnconfirmed();
        return List.copyOf(byArn.values());
    }

    List<Subscription> of(String topicArn) {
        return all().stream().filter(s -> s.topicArn().equals(topicArn)).toList();
    }

    private Subscription again(Subscription existing, Map<String, String> attributes) {
        if (!existing.attributes().agreesWith(attributes)) {
            throw SnsError.invalidParameter("Attributes Reason: Subscription already exists with different attributes");
        }
        Subscription renewed = existing.isConfirmed() ? existing : existing.with(pending());
        byArn.put(renewed.arn(), renewed);
        return renewed;
    }

    /** SNS deletes what nobody confirmed in 48 hours. */
    private void forgetUnconfirmed() {
        Instant now = clock.instant();
        byArn.values()
                .removeIf(s -> s.pending() != null && !now.isBefore(s.pending().expiresAt()));
    }

    private Subscription.Pending pending() {
        String token = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return new Subscription.Pending(token, clock.instant().plus(TOKEN_LIFE));
    }
}
