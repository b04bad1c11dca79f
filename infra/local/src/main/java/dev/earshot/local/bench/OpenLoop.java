package dev.earshot.local.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Calls at a fixed rate, however slowly answers come, as callers do who do not know of each other. An answer's time counts
 * from when its call was due: one that stalls the others makes theirs longer, too, instead of being counted once.
 */
public final class OpenLoop {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_ANSWER_SECONDS = 60;

    private final LongSupplier nanoTime;

    /** @param nanoTime such as {@link System#nanoTime} */
    public OpenLoop(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Makes all calls and waits for their answers, for a minute at most after the last.
     *
     * @param calls begins a call each, completing with whether it was answered as wanted; must not block
     * @param rate how many a second
     */
    public Latencies run(List<Supplier<CompletableFuture<Boolean>>> calls, int rate) throws InterruptedException {
        AtomicLongArray took = new AtomicLongArray(calls.size());
        AtomicInteger errors = new AtomicInteger();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[calls.size()];
        long begin = nanoTime.getAsLong();
        for (int i = 0; i < calls.size(); i++) {
            long due = begin + i * NANOS / rate;
            sleepUntil(due);
            int call = i;
            answers[i] = calls.get(i)
                    .get()
                    .completeOnTimeout(false, LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(failure -> false)
                    .thenAccept(wanted -> {
                        took.set(call, nanoTime.getAsLong() - due);
                        errors.addAndGet(wanted ? 0 : 1);
                    });
        }
        CompletableFuture.allOf(answers).join();
        long[] nanos = new long[calls.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = took.get(i);
        }
        return new Latencies(nanos, errors.get());
    }

    private void sleepUntil(long due) throws InterruptedException {
        for (long left = due - nanoTime.getAsLong(); left > 0; left = due - nanoTime.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while it measured");
            }
        }
    }
}
