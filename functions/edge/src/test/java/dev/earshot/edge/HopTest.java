package dev.earshot.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.earshot.core.queue.Decoded;
import dev.earshot.emulators.SqsEmulator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class HopTest {

    private static final Logger LOG = Logger.getLogger(Hop.class.getName());
    private static final String ID = "m_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(MDC.get(Hop.FIELD) + " " + MDC.get(Hop.CORRELATION) + " " + line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listens() {
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopsToListen() {
        LOG.removeHandler(recorder);
    }

    @Test
    void aLineNamesItsHopAndItsMentionAndNoLaterLineDoes() {
        MDC.put(Hop.CORRELATION, "m_worked-on");
        Hop.ANALYZED.log("language en");
        Hop.DEAD_LETTERED.logFor("m_other", "never");
        Hop.PUBLISHED.logFor("m_other", "support", "sns-1");
        assertEquals(
                List.of("analyzed m_worked-on language en", "dead-lettered m_other never", "published m_other support"),
                lines);
        assertEquals("m_worked-on", MDC.get(Hop.CORRELATION));
        assertNull(MDC.get(Hop.FIELD));
        assertNull(MDC.get(Hop.SNS_MESSAGE));
        MDC.remove(Hop.CORRELATION);
    }

    @Test
    void everyEndOfAMessageIsTold() {
        try (SqsEmulator emulator = SqsEmulator.start();
                SqsClient sqs = Queues.client(emulator.endpoint())) {
            QueueConsumer<String> consumer = new QueueConsumer<>(
                    body -> body.startsWith("{") ? new Decoded.Poison<>("unknown") : new Decoded.Read<>(body),
                    body -> "m_" + body,
                    HopTest::handle,
                    bodies -> Set.of("id-4"),
                    new DeadLetters(sqs, Queues.create(sqs), "analyze"),
                    new Metrics("analyze", Clock.systemUTC(), line -> {}));
            String newer = "{\"earshot\": 9, \"mention\": {\"id\": \"" + ID + "\"}}";
            consumer.consume(batch(newer, "{oops", "throw", "forward", "forward", "later"));
        }
        assertEquals(
                List.of(
                        "dead-lettered " + ID + " message id-0: unknown",
                        "dead-lettered null message id-1: unknown",
                        "retried m_throw message id-2, delivery 3: a fault: IllegalStateException",
                        "retried m_later message id-5, delivery 3: busy",
                        "queued m_forward for the next function",
                        "retried m_forward message id-4: it did not reach the next queue"),
                lines);
    }

    private static Outcome handle(String body) {
        return switch (body) {
            case "throw" -> throw new IllegalStateException("an outage");
            case "later" -> new Outcome.TryAgain("busy");
            default -> new Outcome.Forward(body);
        };
    }

    private static SQSEvent batch(String... bodies) {
        List<SQSMessage> records = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("id-" + records.size());
            message.setBody(body);
            message.setAttributes(Map.of("ApproximateReceiveCount", "3"));
            records.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(records);
        return event;
    }
}
