package dev.earshot.local.redrive;

import dev.earshot.core.queue.QueueForms;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What may be shown of a dead letter: what it is about and why it is there, never what it says.
 *
 * @param messageId SQS's, in the dead-letter queue
 * @param mentionId null when it cannot be read from the message
 * @param cause why it is there; as written by whoever sent it, so to be escaped before it is shown
 */
public record DeadLetter(String messageId, @Nullable String mentionId, Cause cause) {

    /** The attributes that a function adds to what it refuses; they do not travel back. */
    static final Set<String> OURS = Set.of("reason", "origin", "function", "originMessageId");

    /**
     * Why it is there.
     *
     * @param reason null when SQS moved it there after its last delivery had failed
     * @param function who refused it; null when SQS moved it
     * @param origin the name of the queue that it came from; null when nobody wrote it down
     */
    public record Cause(
            @Nullable String reason,
            @Nullable String function,
            @Nullable String origin) {}

    static DeadLetter of(Message message) {
        Map<String, MessageAttributeValue> attributes = message.messageAttributes();
        String origin = text(attributes, "origin");
        Cause cause = new Cause(
                text(attributes, "reason"),
                text(attributes, "function"),
                origin == null ? null : origin.substring(origin.lastIndexOf(':') + 1));
        String mentionId =
                QueueForms.mentionIdIn(message.body()).map(id -> id.value()).orElse(null);
        return new DeadLetter(message.messageId(), mentionId, cause);
    }

    private static @Nullable String text(Map<String, MessageAttributeValue> attributes, String name) {
        MessageAttributeValue value = attributes.get(name);
        return value == null ? null : value.stringValue();
    }
}
