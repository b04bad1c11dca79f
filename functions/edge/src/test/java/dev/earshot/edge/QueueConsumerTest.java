package dev.earshot.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.emulators.SqsEmulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class QueueConsumerTest {

    private static final String ORIGIN = "arn:aws:sqs:eu-central-1:000000000000:mentions";

    private static SqsEmulator emulator;
    private static SqsClient sqs;

    private final List<String> lines = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();
    private final Metrics metrics =
            new Metrics("analyze", Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), lines::add);
    private String dead;
    private String next;

    @BeforeAll
    static void start() {
        emulator = SqsEmulator.start();
        sqs = Queues.client(emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        emulator.close();
    }

    @BeforeEach
    void newQueues() {
        dead = Queues.create(sqs);
        next = Queues.create(sqs);
    }

    @Test
    void ofOneBatchExactlyThoseComeBackThatMust() {
        SQSBatchResponse response = consumer()
                .consume(batch("done", "poison", "throw", "forward a", "refuse", "later", "done", "forward b"));
        assertEquals(List.of("id-2", "id-5"), failed(response));
        assertEquals(List.of("done", "throw", "forward a", "refuse", "later", "done", "forward b"), handled);
        assertEquals(List.of("poison", "refuse"), bodies(dead));
        assertEquals(List.of("a", "b"), bodies(next));
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("\"DeadLettered\":2,\"Retried\":2"), lines.get(0));
    }

    @Test
    void aDeadLetterKeepsItsBodyAndSaysWhyAndWhereFrom() {
        String body = "poison \"größer\" 😀\n\t{";
        assertEquals(List.of(), failed(consumer().consume(batch(body))));
        Message letter = Queues.drain(sqs, dead).get(0);
        assertEquals(body, letter.body());
        assertEquals(
                Map.of(
                        "reason", "cannot be read",
                        "origin", ORIGIN,
                        "function", "analyze",
                        "originMessageId", "id-0"),
                attributes(letter));
    }

    @Test
    void anEndlessReasonIsCutAndAnEmptyOneStillTravels() {
        DeadLetters letters = new DeadLetters(sqs, dead, "analyze");
        letters.add(message(0, "endless"), "r".repeat(70_000));
        letters.add(message(1, "empty"), "");
        Map<String, String> reasons = new LinkedHashMap<>();
        Queues.drain(sqs, dead).forEach(m -> reasons.put(m.body(), attributes(m).get("reason")));
        assertEquals(Map.of("endless", "r".repeat(256), "empty", "-"), reasons);
    }

    @Test
    void aReasonThatIsCutThroughACharacterOrHoldsJunkStillTravels() {
        DeadLetters letters = new DeadLetters(sqs, dead, "analyze");
        letters.add(message(0, "cut"), "r".repeat(255) + "😀");
        letters.add(message(1, "junk"), "a\uD800b\uFFFEc\u0000d");
        Map<String, String> reasons = new LinkedHashMap<>();
        Queues.drain(sqs, dead).forEach(m -> reasons.put(m.body(), attributes(m).get("reason")));
        assertEquals(Map.of("cut", "r".repeat(255) + "\uFFFD", "junk", "a\uFFFDb\uFFFDcd"), reasons);
    }

    @Test
    void aMessageThatTheNextQueueWouldNeverTakeIsADeadLetterAtOnce() {
        Mention mention =
                Mention.of("our-forum", "standard-webhooks", "1").text("JUNK").heard(Instant.EPOCH);
        String good = QueueForms.write(mention);
        String junk = good.replace("JUNK", "\\uD800");
        QueueConsumer<Mention> consumer = new QueueConsumer<>(
                QueueForms::readMention,
                said -> said.id().value(),
                said -> new Outcome.Forward(QueueForms.write(said)),
                new SqsQueue(sqs, next),
                new DeadLetters(sqs, dead, "analyze"),
                metrics);
        assertEquals(List.of(), failed(consumer.consume(batch(good, junk, good))));
        Message letter = Queues.drain(sqs, dead).get(0);
        assertEquals(junk, letter.body());
        assertEquals(
                "not a valid message: /mention/text has characters that no queue takes",
                attributes(letter).get("reason"));
        assertEquals(List.of(good, good), bodies(next));
    }

    @Test
    void whenTheDeadLetterQueueIsNotThereTheMessageComesBack() {
        SQSBatchResponse response = consumer(sqs, dead + "-gone", next).consume(batch("poison", "done", "refuse"));
        assertEquals(List.of("id-0", "id-2"), failed(response));
        assertEquals(List.of("done", "refuse"), handled);
    }

    @Test
    void whenTheDeadLetterQueueCannotBeReachedTheMessageComesBack() {
        try (SqsClient nobody = Queues.client(Queues.NOBODY)) {
            SQSBatchResponse response = consumer(nobody, dead, next).consume(batch("poison"));
            assertEquals(List.of("id-0"), failed(response));
        }
    }

    @Test
    void whatDoesNotReachTheNextQueueComesBackAlone() {
        SQSBatchResponse response =
                consumer().consume(batch("forward a", "forward " + Queues.TOO_LARGE, "done", "forward b"));
        assertEquals(List.of("id-1"), failed(response));
        assertEquals(List.of("a", "b"), bodies(next));
    }

    @Test
    void whenTheNextQueueIsNotThereAllThatGoesOnComesBack() {
        SQSBatchResponse response =
                consumer(sqs, dead, next + "-gone").consume(batch("forward a", "done", "forward b"));
        assertEquals(List.of("id-0", "id-2"), failed(response));
        assertTrue(lines.get(0).contains("\"Retried\":2"), lines.get(0));
    }

    @Test
    void logLinesOfOneMentionNameItAndThoseOfTheNextDoNot() {
        List<Object> seen = new ArrayList<>();
        QueueConsumer<String> consumer = new QueueConsumer<>(
                body -> body.equals("poison") ? new Decoded.Poison<>("cannot be read") : new Decoded.Read<>(body),
                body -> "m_" + body,
                body -> {
                    seen.add(MDC.get(Hop.CORRELATION));
                    if (body.equals("throw")) {
                        throw new IllegalStateException("an outage");
                    }
                    return new Outcome.Done();
                },
                MessageSink.NOWHERE,
                new DeadLetters(sqs, dead, "analyze"),
                metrics);
        consumer.consume(batch("one", "throw"));
        assertEquals(List.of("m_one", "m_throw"), seen);
        assertNull(MDC.get(Hop.CORRELATION), "removed even after a fault");
    }

    @Test
    void aBatchUseCaseSeesAllThatCouldBeReadBeforeItHandlesEach() {
        List<List<String>> batches = new ArrayList<>();
        QueueConsumer<String> consumer = together(batch -> {
            batches.add(batch);
            return this::handle;
        });
        SQSBatchResponse response =
                consumer.consume(batch("forward a", "poison", "throw", "later", "done", "forward b"));
        assertEquals(List.of(List.of("forward a", "throw", "later", "done", "forward b")), batches);
        assertEquals(List.of("id-2", "id-3"), failed(response));
        assertEquals(List.of("a", "b"), bodies(next));
        assertEquals(List.of("poison"), bodies(dead));
    }

    @Test
    void whenABatchFailsWholeItsReadableMessagesComeBackAndTheOthersAreStillDeadLetters() {
        QueueConsumer<String> consumer = together(batch -> {
            throw new IllegalStateException("an outage");
        });
        assertEquals(List.of("id-0", "id-2"), failed(consumer.consume(batch("forward a", "poison", "done"))));
        assertEquals(List.of(), bodies(next));
        assertEquals(List.of("poison"), bodies(dead));
        assertTrue(lines.get(0).contains("\"DeadLettered\":1,\"Retried\":2"), lines.get(0));
    }

    @Test
    void anEventWithoutRecordsIsDoneWith() {
        assertEquals(List.of(), failed(consumer().consume(new SQSEvent())));
        assertEquals(List.of(), failed(consumer().consume(batch())));
        assertEquals(List.of(), lines);
    }

    private QueueConsumer<String> consumer() {
        return consumer(sqs, dead, next);
    }

    private QueueConsumer<String> consumer(SqsClient letters, String deadUrl, String nextUrl) {
        return new QueueConsumer<>(
                body -> body.startsWith("poison") ? new Decoded.Poison<>("cannot be read") : new Decoded.Read<>(body),
                body -> "m_" + body,
                this::handle,
                new SqsQueue(sqs, nextUrl),
                new DeadLetters(letters, deadUrl, "analyze"),
                metrics);
    }

    private QueueConsumer<String> together(BatchUseCase<String> useCase) {
        return QueueConsumer.together(
                body -> body.startsWith("poison") ? new Decoded.Poison<>("cannot be read") : new Decoded.Read<>(body),
                body -> "m_" + body,
                useCase,
                new SqsQueue(sqs, next),
                new DeadLetters(sqs, dead, "analyze"),
                metrics);
    }

    private Outcome handle(String body) {
        handled.add(body);
        String word = body.split(" ", 2)[0];
        return switch (word) {
            case "throw" -> throw new IllegalStateException("an outage");
            case "forward" -> new Outcome.Forward(body.substring("forward ".length()));
            case "refuse" -> new Outcome.Refused("never");
            case "later" -> new Outcome.TryAgain("busy");
            default -> new Outcome.Done();
        };
    }

    private static SQSEvent batch(String... bodies) {
        List<SQSMessage> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(message(records.size(), body));
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(records);
        return event;
    }

    private static SQSMessage message(int number, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("id-" + number);
        message.setBody(body);
        message.setEventSourceArn(ORIGIN);
        return message;
    }

    private static List<String> failed(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static List<String> bodies(String url) {
        return Queues.drain(sqs, url).stream().map(Message::body).sorted().toList();
    }

    private static Map<String, String> attributes(Message message) {
        Map<String, String> attributes = new LinkedHashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
        return attributes;
    }
}
