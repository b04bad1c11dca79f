package dev.earshot.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How load is made and times are counted. */
@Timeout(60)
class OpenLoopTest {

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Goes on by what a call takes, and by a millisecond whenever somebody looks. */
    private final AtomicLong clock = new AtomicLong();

    private final OpenLoop load = new OpenLoop(() -> clock.getAndAdd(MS));

    @Test
    void aCallThatStallsTheOthersMakesTheirTimesLongerToo() throws InterruptedException {
        Supplier<CompletableFuture<Boolean>> stalls = () -> {
            clock.addAndGet(100 * MS);
            return CompletableFuture.completedFuture(true);
        };
        Supplier<CompletableFuture<Boolean>> quick = () -> CompletableFuture.completedFuture(true);
        Latencies latencies = load.run(List.of(stalls, quick, quick), 100);
        assertEquals(0, latencies.errors());
        assertTrue(latencies.percentile(1) >= 80, "due 20 ms after the first, begun 100 ms after it");
        assertTrue(latencies.percentile(100) < 110);
    }

    @Test
    void callsAreNotBegunBeforeTheyAreDue() throws InterruptedException {
        Supplier<CompletableFuture<Boolean>> quick = () -> CompletableFuture.completedFuture(true);
        Latencies latencies = load.run(List.of(quick, quick, quick, quick, quick), 10);
        assertTrue(clock.get() >= 400 * MS, clock + " ns for calls 100 ms apart");
        assertTrue(latencies.percentile(100) < 10);
    }

    @Test
    void whatFailsOrIsAnsweredOtherwiseIsAnError() throws InterruptedException {
        Latencies latencies = load.run(
                List.of(
                        () -> CompletableFuture.completedFuture(true),
                        () -> CompletableFuture.completedFuture(false),
                        () -> CompletableFuture.failedFuture(new IllegalStateException("refused"))),
                1_000);
        assertEquals(2, latencies.errors());
        assertEquals(3, latencies.sorted().length);
    }

    @Test
    void percentilesAreTimesThatWereMeasured() {
        long[] nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (200 - i) * MS;
        }
        Latencies latencies = new Latencies(nanos, 1);
        assertEquals(100, latencies.percentile(50));
        assertEquals(198, latencies.percentile(99));
        assertEquals(200, latencies.percentile(100));
        assertEquals(
                List.of(
                        "rate-100-requests: 200",
                        "rate-100-errors: 1",
                        "rate-100-p50-ms: 100.00",
                        "rate-100-p90-ms: 180.00",
                        "rate-100-p99-ms: 198.00",
                        "rate-100-max-ms: 200.00"),
                latencies.lines("rate-100"));
        assertThrows(IllegalArgumentException.class, () -> new Latencies(new long[0], 0));
    }
}
