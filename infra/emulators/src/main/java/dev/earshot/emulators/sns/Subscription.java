package dev.earshot.emulators.sns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint on one topic.
 *
 * @param pending how it can still be confirmed; null once it is
 */
record Subscription(
        String arn,
        String topicArn,
        Protocol protocol,
        String endpoint,
        SubscriptionAttributes attributes,
        @Nullable Pending pending) {

    /** The secret that proves that the endpoint wants this, and until when it is accepted. */
    record Pending(String token, Instant expiresAt) {}

    boolean isConfirmed() {
        return pending == null;
    }

    boolean isFor(String topic, Protocol asked, String at) {
        return topicArn.equals(topic) && protocol == asked && endpoint.equals(at);
    }

    boolean acceptsToken(String token, Instant now) {
        return pending != null && pending.token().equals(token) && now.isBefore(pending.expiresAt());
    }

    Subscription confirmed() {
        return new Subscription(arn, topicArn, protocol, endpoint, attributes, null);
    }

    Subscription with(SubscriptionAttributes changed) {
        return new Subscription(arn, topicArn, protocol, endpoint, changed, pending);
    }

    Subscription with(Pending fresh) {
        return new Subscription(arn, topicArn, protocol, endpoint, attributes, fresh);
    }

    /** What lists and answers call it: SNS keeps the ARN back until it is confirmed. */
    String shownArn(String otherwise) {
        return isConfirmed() ? arn : otherwise;
    }
}
