package dev.earshot.local.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class BatchCollectorTest {

    private final Deque<Integer> arrivals = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();
    private final SecondsByReceive clock = new SecondsByReceive();

    @Test
    void sendsWhatOneReceiveBroughtWithoutWindow() {
        arrivals.addAll(List.of(3, 4));
        assertEquals(3, collector(10, 0).collect().size());
        assertEquals(List.of(10), asked);
    }

    @Test
    void collectsUntilTheBatchIsFull() {
        arrivals.addAll(List.of(10, 10, 5, 10));
        assertEquals(25, collector(25, 60).collect().size());
        assertEquals(List.of(10, 10, 5), asked);
    }

    @Test
    void collectsUntilTheWindowHasPassed() {
        arrivals.addAll(List.of(1, 1, 0, 1, 1));
        assertEquals(3, collector(10, 3).collect().size());
    }

    @Test
    void opensNoWindowForNothing() {
        arrivals.addAll(List.of(0, 5));
        assertEquals(List.of(), collector(10, 60).collect());
    }

    @Test
    void refusesWhatLambdaRefuses() {
        assertThrows(IllegalArgumentException.class, () -> spec(0, 0));
        assertThrows(IllegalArgumentException.class, () -> spec(11, 0));
        assertThrows(IllegalArgumentException.class, () -> spec(10_001, 1));
        assertThrows(IllegalArgumentException.class, () -> spec(10, 301));
    }

    private BatchCollector collector(int batchSize, int windowSeconds) {
        Receiver receiver = most -> {
            asked.add(most);
            clock.seconds++;
            return Collections.nCopies(arrivals.removeFirst(), Message.builder().build());
        };
        return new BatchCollector(receiver, spec(batchSize, windowSeconds), clock);
    }

    private static SqsSourceSpec spec(int batchSize, int windowSeconds) {
        return new SqsSourceSpec(
                "http://127.0.0.1/mentions",
                "arn:aws:sqs:eu-central-1:000000000000:mentions",
                batchSize,
                Duration.ofSeconds(windowSeconds),
                1,
                true);
    }

    /** Every receive takes a second. */
    private static final class SecondsByReceive extends Clock {

        private long seconds;

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
