package dev.earshot.local.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** One redrive under way: sends what it was asked for to the source queue, deletes what arrived, and counts. */
final class Redrive {

    private static final int MOST_BYTES = 256 * 1024;

    private final SqsClient sqs;
    private final String url;
    private final String sourceUrl;
    private final Set<String> left;
    private final Set<String> kept = new LinkedHashSet<>();
    private int moved;
    private int doubled;
    private int unsent;
    private int arrived;

    Redrive(SqsClient sqs, String url, String sourceUrl, Set<String> messageIds) {
        this.sqs = sqs;
        this.url = url;
        this.sourceUrl = sourceUrl;
        this.left = new HashSet<>(messageIds);
    }

    /** Whether every letter that was asked for was met. */
    boolean complete() {
        return left.isEmpty();
    }

    /** The receipts of letters that were met and stay. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    Moved result(@Nullable String fault) {
        return new Moved(moved, doubled, left.size() + unsent, arrived, fault);
    }

    /** Takes letters as they were received. */
    void move(List<Message> batch) {
        List<Message> together = new ArrayList<>();
        int bytes = 0;
        for (Message message : batch) {
            if (!left.contains(message.messageId())) {
                arrived++;
                kept.add(message.receiptHandle());
                continue;
            }
            int size = size(message);
            if (bytes + size > MOST_BYTES) {
                sendAndDelete(together);
                together = new ArrayList<>();
                bytes = 0;
            }
            together.add(message);
            bytes += size;
        }
        sendAndDelete(together);
    }

    private void sendAndDelete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        messages.forEach(message -> kept.add(message.receiptHandle()));
        Set<Integer> sent = send(messages);
        List<Message> done = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            left.remove(messages.get(i).messageId());
            if (sent.contains(i)) {
                done.add(messages.get(i));
                kept.remove(messages.get(i).receiptHandle());
            } else {
                unsent++;
            }
        }
        moved += done.size();
        delete(done);
    }

    /** Returns the positions of those that are in the source queue now. */
    private Set<Integer> send(List<Message> messages) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(messages.get(i).body())
                        .messageAttributes(attributes(messages.get(i)))
                        .build())
                .toList();
        return sqs.sendMessageBatch(r -> r.queueUrl(sourceUrl).entries(entries)).successful().stream()
                .map(SendMessageBatchResultEntry::id)
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private void delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
        doubled += messages.size();
        doubled -= sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries))
                .successful()
                .size();
    }

    /** As it was before it was refused: a function that refuses it again adds its own. */
    private static Map<String, MessageAttributeValue> attributes(Message message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>(message.messageAttributes());
        attributes.keySet().removeAll(DeadLetter.OURS);
        return attributes;
    }

    private static int size(Message message) {
        int size = message.body().getBytes(UTF_8).length;
        for (Map.Entry<String, MessageAttributeValue> attribute :
                attributes(message).entrySet()) {
            MessageAttributeValue value = attribute.getValue();
            size += attribute.getKey().length() + value.dataType().length();
            size += value.stringValue() == null
                    ? value.binaryValue().asByteArrayUnsafe().length
                    : value.stringValue().getBytes(UTF_8).length;
        }
        return size;
    }
}
