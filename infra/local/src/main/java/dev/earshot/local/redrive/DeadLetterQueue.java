package dev.earshot.local.redrive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

/**
 * A dead-letter queue and the queue that its letters came from.
 *
 * <p>Letters are looked at by receiving them, so they are hidden for a while; whoever is interrupted leaves them all, and
 * they are seen again when {@value #HIDDEN_SECONDS} seconds have passed.
 */
public final class DeadLetterQueue {

    private static final int HIDDEN_SECONDS = 300;
    private static final int MOST = 10;
    private static final int WAIT_SECONDS = 1;

    private final SqsClient sqs;
    private final String url;
    private final String sourceUrl;

    DeadLetterQueue(SqsClient sqs, String url, String sourceUrl) {
        this.sqs = sqs;
        this.url = url;
        this.sourceUrl = sourceUrl;
    }

    /** Its name. */
    public String name() {
        return name(url);
    }

    /** The name of the queue that redriven letters go to. */
    public String sourceName() {
        return name(sourceUrl);
    }

    /** All letters, as far as SQS gives them out at once (120,000); they stay where they are. */
    public List<DeadLetter> look() {
        Map<String, DeadLetter> seen = new LinkedHashMap<>();
        List<String> held = new ArrayList<>();
        try {
            boolean more = true;
            while (more) {
                int before = seen.size();
                for (Message message : receive()) {
                    seen.put(message.messageId(), DeadLetter.of(message));
                    held.add(message.receiptHandle());
                }
                more = seen.size() > before;
            }
        } catch (OverLimitException e) {
            // These are for now all that can be looked at.
        } finally {
            release(held);
        }
        return List.copyOf(seen.values());
    }

    /**
     * Moves those letters, and no others: what a function refuses again is a new letter, and stays. Each is sent first and
     * deleted then, so that none is lost whatever happens in between.
     *
     * @param messageIds of the letters that were looked at
     */
    public Moved move(Set<String> messageIds) {
        Redrive redrive = new Redrive(sqs, url, sourceUrl, messageIds);
        try {
            List<Message> batch = receive();
            while (!batch.isEmpty() && !redrive.complete()) {
                redrive.move(batch);
                batch = redrive.complete() ? List.of() : receive();
            }
            return redrive.result(null);
        } catch (SdkException e) {
            return redrive.result(String.valueOf(e.getMessage()));
        } finally {
            release(redrive.kept());
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(MOST)
                        .visibilityTimeout(HIDDEN_SECONDS)
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** Shows them again at once. What cannot be shown now shows itself in a while. */
    private void release(List<String> handles) {
        try {
            for (int from = 0; from < handles.size(); from += MOST) {
                List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
                for (String handle : handles.subList(from, Math.min(from + MOST, handles.size()))) {
                    entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .receiptHandle(handle)
                            .visibilityTimeout(0)
                            .build());
                }
                sqs.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries));
            }
        } catch (SdkException e) {
            // They were only hidden.
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
