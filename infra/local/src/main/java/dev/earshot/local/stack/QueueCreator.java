package dev.earshot.local.stack;

import dev.earshot.local.template.QueueResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Creates queues. */
final class QueueCreator {

    private final SqsClient sqs;

    QueueCreator(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** The queues in an order in which each dead-letter queue comes in an earlier group than those that redrive to it. */
    static List<List<QueueResource>> waves(List<QueueResource> queues) {
        List<List<QueueResource>> waves = new ArrayList<>();
        List<QueueResource> rest = new ArrayList<>(queues);
        while (!rest.isEmpty()) {
            Set<String> waiting = new HashSet<>();
            rest.forEach(queue -> waiting.add(queue.arn()));
            List<QueueResource> ready = rest.stream()
                    .filter(queue -> queue.deadLetterTargetArn()
                            .filter(waiting::contains)
                            .isEmpty())
                    .toList();
            // Queues that redrive in a circle, by ARNs written out, wait for each other: SQS says so best.
            List<QueueResource> wave = ready.isEmpty() ? List.copyOf(rest) : ready;
            waves.add(wave);
            rest.removeAll(wave);
        }
        return waves;
    }

    void create(QueueResource queue) {
        try {
            sqs.createQueue(request -> request.queueName(queue.name()).attributesWithStrings(queue.attributes()));
        } catch (QueueNameExistsException e) {
            String url =
                    sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
            sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(queue.attributes()));
        }
    }
}
