package dev.earshot.emulators.sns;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides who gets what, and in which form each protocol carries it. */
final class Courier {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Envelope envelope;
    private final HttpSender http;
    private final SqsSender sqs;
    private final MailSender mail;
    private final Clock clock;

    Courier(
            Subscriptions subscriptions,
            Deliveries deliveries,
            Envelope envelope,
            HttpSender http,
            SqsSender sqs,
            MailSender mail,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.envelope = envelope;
        this.http = http;
        this.sqs = sqs;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends a publication on its way to every confirmed subscription that wants it. */
    void publish(Publication publication) {
        subscriptions.of(publication.topicArn()).stream()
                .filter(Subscription::isConfirmed)
                .filter(s -> s.attributes().wants(publication.textFor(s.protocol()), publication.attributes()))
                .forEach(s -> deliveries.send(parcel(publication, s)));
    }

    /** Asks the endpoint of a pending subscription whether it wants it. */
    void askToConfirm(Subscription subscription, String signatureVersion) {
        Subscription.Pending pending = subscription.pending();
        if (pending == null) {
            return;
        }
        if (subscription.protocol().isMail()) {
            mail.confirmation(subscription, pending.token());
        } else {
            askOverHttp(subscription, pending.token(), signatureVersion);
        }
    }

    private void askOverHttp(Subscription subscription, String token, String signatureVersion) {
        Attempt attempt = () -> {
            Envelope.Confirmation asked = envelope.confirmation(subscription, token, clock.instant(), signatureVersion);
            return http.post(
                    subscription.endpoint(),
                    headers("SubscriptionConfirmation", asked.messageId(), subscription.topicArn()),
                    asked.json());
        };
        deliveries.send(new Parcel(
                subscription.arn(),
                "confirmation",
                () -> subscriptions.contains(subscription.arn()),
                attempt,
                () -> {}));
    }

    private Parcel parcel(Publication publication, Subscription subscription) {
        return new Parcel(
                subscription.arn(),
                publication.messageId(),
                () -> subscriptions.contains(subscription.arn()),
                () -> deliver(publication, subscription),
                () -> bury(publication, subscription));
    }

    private CompletionStage<Attempt.Outcome> deliver(Publication publication, Subscription subscription) {
        return switch (subscription.protocol()) {
            case HTTP, HTTPS -> post(publication, subscription);
            case SQS -> CompletableFuture.completedFuture(enqueue(subscription.endpoint(), publication, subscription));
            case EMAIL, EMAIL_JSON -> {
                mail.notification(publication, subscription);
                yield CompletableFuture.completedFuture(Attempt.Outcome.delivered());
            }
        };
    }

    private CompletionStage<Attempt.Outcome> post(Publication publication, Subscription subscription) {
        Map<String, String> headers = headers("Notification", publication.messageId(), publication.topicArn());
        headers.put("x-amz-sns-subscription-arn", subscription.arn());
        if (subscription.attributes().raw()) {
            headers.put("x-amz-sns-rawdelivery", "true");
        }
        return http.post(subscription.endpoint(), headers, body(publication, subscription));
    }

    private Attempt.Outcome enqueue(String queueArn, Publication publication, Subscription subscription) {
        // Only raw delivery passes the attributes on: the envelope has them inside.
        boolean raw = subscription.attributes().raw();
        return sqs.send(queueArn, body(publication, subscription), raw ? publication.attributes() : Map.of());
    }

    private void bury(Publication publication, Subscription subscription) {
        String queueArn = subscription.attributes().deadLetterArn();
        if (queueArn != null) {
            enqueue(queueArn, publication, subscription);
        }
    }

    private String body(Publication publication, Subscription subscription) {
        return subscription.attributes().raw()
                ? publication.textFor(subscription.protocol())
                : envelope.notification(publication, subscription);
    }

    private static Map<String, String> headers(String type, String messageId, String topicArn) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-sns-message-type", type);
        headers.put("x-amz-sns-message-id", messageId);
        headers.put("x-amz-sns-topic-arn", topicArn);
        return headers;
    }
}
