package dev.earshot.analyze.comprehend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.earshot.analyze.Analyze;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SqsQueue;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.SqsEmulator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** From queue to queue, as the function is put together: nothing is lost, nothing is doubled. */
class ComprehendQueueTest {

    private final ComprehendStub stub = ComprehendStub.start();
    private final Comprehending comprehending = new Comprehending(stub.endpoint());
    private final SqsEmulator emulator = SqsEmulator.start();
    private final SqsClient sqs = Sdk.client(SqsClient.builder(), emulator.endpoint());
    private QueueConsumer<Mention> consumer;
    private String analyzed;
    private String dead;

    @BeforeEach
    void putTogether() {
        analyzed = sqs.createQueue(q -> q.queueName("analyzed")).queueUrl();
        dead = sqs.createQueue(q -> q.queueName("dead")).queueUrl();
        consumer = QueueConsumer.together(
                QueueForms::readMention,
                mention -> mention.id().value(),
                new Analyze(comprehending.analyzer(), comprehending.metrics),
                new SqsQueue(sqs, analyzed),
                new DeadLetters(sqs, dead, "analyze"),
                comprehending.metrics);
    }

    @AfterEach
    void stop() {
        sqs.close();
        emulator.close();
        comprehending.close();
        stub.close();
    }

    @Test
    void throughThrottlesFailuresAndBadMessagesEveryMentionArrivesExactlyOnce() {
        List<SQSMessage> waiting = new ArrayList<>();
        Comprehending.all(7, i -> (i % 2 == 0 ? "[de] love " : "hate ") + i)
                .forEach(mention -> waiting.add(message(QueueForms.write(mention))));
        Mention gone = Comprehending.draft("").deleted(Comprehending.NOON);
        waiting.add(message(QueueForms.write(gone)));
        waiting.add(message("{\"earshot\": 9}"));
        waiting.add(message("not JSON"));
        Set<String> arrived = new HashSet<>();

        stub.throttleNext(4);
        assertEquals(7, consume(waiting), "the language call is throttled: only what needs none goes on");
        stub.failOn(text -> text.endsWith("3"));
        assertEquals(1, consume(waiting), "Comprehend fails on one text");
        stub.failOn(text -> false);
        assertEquals(0, consume(waiting));

        List<Message> messages = drain(analyzed);
        messages.forEach(message -> assertTrue(arrived.add(message.body()), "doubled: " + message.body()));
        assertEquals(8, arrived.size());
        assertEquals(2, drain(dead).size());
    }

    @Test
    void aTombstoneNeedsNoComprehend() {
        Mention gone = Comprehending.draft("").deleted(Comprehending.NOON);
        assertEquals(0, consume(new ArrayList<>(List.of(message(QueueForms.write(gone))))));
        assertEquals(1, drain(analyzed).size());
        assertEquals(0, stub.attempts());
    }

    /** Delivers what waits; what is not reported as failed is deleted, as Lambda does. */
    private int consume(List<SQSMessage> waiting) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.copyOf(waiting));
        List<String> failed = consumer.consume(event).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
        waiting.removeIf(message -> !failed.contains(message.getMessageId()));
        return waiting.size();
    }

    private List<Message> drain(String url) {
        List<Message> all = new ArrayList<>();
        List<Message> some;
        do {
            some = sqs.receiveMessage(
                            r -> r.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(600))
                    .messages();
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private static int number;

    private static SQSMessage message(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("id-" + number++);
        message.setBody(body);
        message.setEventSourceArn("arn:aws:sqs:eu-central-1:000000000000:earshot-mentions");
        return message;
    }
}
