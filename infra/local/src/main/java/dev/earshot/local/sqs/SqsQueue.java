package dev.earshot.local.sqs;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue behind an event source. */
final class SqsQueue implements Receiver {

    /** A poll cannot be interrupted: short ones let the local cloud stop quickly. */
    private static final int POLL_SECONDS = 1;

    private final SqsClient client;
    private final String url;

    SqsQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public List<Message> receive(int most) {
        return client.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds(POLL_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** Deletes messages; returns how many the queue would not delete. */
    int delete(List<Message> messages) {
        int failed = 0;
        for (int from = 0; from < messages.size(); from += MOST) {
            List<Message> some = messages.subList(from, Math.min(from + MOST, messages.size()));
            List<BatchResultErrorEntry> refused = client.deleteMessageBatch(
                            request -> request.queueUrl(url).entries(entries(some)))
                    .failed();
            failed += refused.size();
        }
        return failed;
    }

    private static List<DeleteMessageBatchRequestEntry> entries(List<Message> messages) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(message.receiptHandle())
                    .build());
        }
        return entries;
    }
}
