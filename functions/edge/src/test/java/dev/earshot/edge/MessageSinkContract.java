package dev.earshot.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a queue does as a {@link MessageSink}, on whatever speaks SQS. */
abstract class MessageSinkContract {

    private static final int KB = 1024;

    private String url;
    private MessageSink sink;

    protected abstract SqsClient client();

    @BeforeEach
    void newQueue() {
        url = Queues.create(client());
        sink = new SqsQueue(client(), url);
    }

    @Test
    void moreMessagesThanOneBatchHoldsAllArrive() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < 25; i++) {
            bodies.put("key-" + i, "message " + i);
        }
        assertEquals(Set.of(), sink.send(bodies));
        assertEquals(new TreeSet<>(bodies.values()), new TreeSet<>(arrived()));
        assertEquals(List.of(), arrived(), "each arrived once");
    }

    @Test
    void moreBytesThanOneBatchHoldsAllArrive() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            bodies.put("key-" + i, i + "x".repeat(100 * KB));
        }
        assertEquals(Set.of(), sink.send(bodies));
        assertEquals(new TreeSet<>(bodies.values()), new TreeSet<>(arrived()));
    }

    @Test
    void batchesAreMeasuredInBytesAndNotInCharacters() {
        Map<String, String> bodies = Map.of("a", "€".repeat(60 * KB), "b", "ü".repeat(90 * KB));
        assertEquals(Set.of(), sink.send(bodies));
        assertEquals(new TreeSet<>(bodies.values()), new TreeSet<>(arrived()));
    }

    @Test
    void aBatchMayBeFilledToItsLastByte() {
        Map<String, String> bodies = Map.of("a", "x".repeat(SqsQueue.MAX_BATCH_BYTES - 1), "b", "y");
        assertEquals(Set.of(), sink.send(bodies));
        assertEquals(2, arrived().size());
    }

    @Test
    void aMessageThatIsTooLargeIsReportedAloneAndTheOthersArrive() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("before", "before");
        bodies.put("huge", Queues.TOO_LARGE);
        bodies.put("after", "after");
        assertEquals(Set.of("huge"), sink.send(bodies));
        assertEquals(Set.of("before", "after"), Set.copyOf(arrived()));
    }

    @Test
    void aQueueThatIsNotThereReportsEveryKeyAndDoesNotThrow() {
        MessageSink missing = new SqsQueue(client(), url + "-gone");
        assertEquals(Set.of("a", "b"), missing.send(Map.of("a", "1", "b", "2")));
    }

    @Test
    void anUnreachableServiceReportsEveryKeyOfEveryBatchAndDoesNotThrow() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            bodies.put("key-" + i, "message");
        }
        try (SqsClient nobody = Queues.client(Queues.NOBODY)) {
            assertEquals(bodies.keySet(), new SqsQueue(nobody, url).send(bodies));
        }
    }

    @Test
    void whoHasNothingToSendAsksNobody() {
        try (SqsClient nobody = Queues.client(Queues.NOBODY)) {
            assertTrue(new SqsQueue(nobody, url).send(Map.of()).isEmpty());
        }
    }

    private List<String> arrived() {
        return new ArrayList<>(
                Queues.drain(client(), url).stream().map(Message::body).toList());
    }
}
