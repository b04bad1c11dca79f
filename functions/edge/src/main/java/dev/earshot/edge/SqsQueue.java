package dev.earshot.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue that messages are sent to, in batches of at most 10 messages and 256 KB. */
public final class SqsQueue implements MessageSink {

    /** The most bytes in one batch, and so in one message. */
    public static final int MAX_BATCH_BYTES = 256 * 1024;

    private static final Logger LOG = Logger.getLogger(SqsQueue.class);
    private static final int MAX_BATCH = 10;

    private final SqsClient sqs;
    private final String url;

    public SqsQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    @Override
    public Set<String> send(Map<String, String> bodies) {
        Set<String> unsent = new LinkedHashSet<>();
        Map<String, String> batch = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<String, String> message : bodies.entrySet()) {
            int size = message.getValue().getBytes(UTF_8).length;
            if (batch.size() == MAX_BATCH || bytes + size > MAX_BATCH_BYTES) {
                unsent.addAll(sendBatch(batch));
                batch = new LinkedHashMap<>();
                bytes = 0;
            }
            batch.put(message.getKey(), message.getValue());
            bytes += size;
        }
        unsent.addAll(sendBatch(batch));
        return unsent;
    }

    private Set<String> sendBatch(Map<String, String> batch) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        List<String> keys = new ArrayList<>(batch.keySet());
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(batch.get(keys.get(i)))
                    .build());
        }
        try {
            Set<String> failed = new LinkedHashSet<>();
            for (BatchResultErrorEntry error :
                    sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).failed()) {
                LOG.errorf("the queue refused a message: %s", error.code());
                failed.add(keys.get(Integer.parseInt(error.id())));
            }
            return failed;
        } catch (SdkException e) {
            LOG.errorf("the queue did not answer: %s", e.getMessage());
            return batch.keySet();
        }
    }
}
