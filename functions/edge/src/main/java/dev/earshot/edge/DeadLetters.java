package dev.earshot.edge;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.earshot.core.mention.Text;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The dead-letter queue of a function, for messages that can never succeed: with their reason, ready to be replayed. */
public final class DeadLetters {

    private static final int LONGEST_REASON = 256;

    private final SqsClient sqs;
    private final String url;
    private final String function;

    /**
     * @param url of the dead-letter queue
     * @param function who refuses
     */
    public DeadLetters(SqsClient sqs, String url, String function) {
        this.sqs = sqs;
        this.url = url;
        this.function = function;
    }

    /**
     * Adds a message as it came, with the attributes {@code reason}, {@code origin} (the queue's ARN), {@code function}
     * and {@code originMessageId}. Throws when the queue does not take it: the message must then come back.
     */
    public void add(SQSMessage message, String reason) {
        // Cleaned, because a cut through a character, or a message's own junk, would fail whenever it is tried.
        String bounded = Text.clean(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        Map<String, MessageAttributeValue> attributes = Map.of(
                "reason", text(bounded),
                "origin", text(String.valueOf(message.getEventSourceArn())),
                "function", text(function),
                "originMessageId", text(message.getMessageId()));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody(message.getBody()).messageAttributes(attributes));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value.isEmpty() ? "-" : value)
                .build();
    }
}
