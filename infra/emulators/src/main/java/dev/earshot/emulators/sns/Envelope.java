package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The signed JSON that receivers get. */
final class Envelope {

    /** The fields that are signed when present, in this order. */
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** Always milliseconds, as SNS writes them. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<SigningKey> key;
    private final Links links;

    Envelope(Supplier<SigningKey> key, Links links) {
        this.key = key;
        this.links = links;
    }

    /** A published message as JSON. */
    String notification(Publication publication, Subscription subscription) {
        ObjectNode json = Json.object()
                .put("Type", "Notification")
                .put("MessageId", publication.messageId())
                .put("TopicArn", publication.topicArn());
        if (publication.subject() != null) {
            json.put("Subject", publication.subject());
        }
        json.put("Message", publication.textFor(subscription.protocol()));
        sign(json, publication.at(), publication.signatureVersion());
        json.put("UnsubscribeURL", links.unsubscribe(subscription.arn()));
        if (!publication.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("MessageAttributes");
            publication.attributes().forEach((name, attribute) -> attributes
                    .putObject(name)
                    .put("Type", attribute.type())
                    .put("Value", attribute.value()));
        }
        return json.toString();
    }

    /** The question whether the endpoint wants the subscription; its id goes into a header as well. */
    Confirmation confirmation(Subscription subscription, String token, Instant at, String signatureVersion) {
        String id = UUID.randomUUID().toString();
        ObjectNode json = Json.object()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", id)
                .put("Token", token)
                .put("TopicArn", subscription.topicArn())
                .put(
                        "Message",
                        "You have chosen to subscribe to the topic " + subscription.topicArn()
                                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.")
                .put("SubscribeURL", links.confirm(subscription.topicArn(), token));
        sign(json, at, signatureVersion);
        return new Confirmation(id, json.toString());
    }

    /** A SubscriptionConfirmation and its message id. */
    record Confirmation(String messageId, String json) {}

    private void sign(ObjectNode json, Instant at, String version) {
        json.put("Timestamp", TIMESTAMP.format(at));
        json.put("SignatureVersion", version);
        json.put("Signature", key.get().sign(toSign(json), version));
        json.put("SigningCertURL", links.certificate());
    }

    private static String toSign(ObjectNode json) {
        StringBuilder text = new StringBuilder();
        for (String field : SIGNED) {
            if (json.has(field)) {
                text.append(field)
                        .append('\n')
                        .append(json.path(field).textValue())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
