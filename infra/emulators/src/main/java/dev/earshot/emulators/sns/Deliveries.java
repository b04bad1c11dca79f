package dev.earshot.emulators.sns;

import dev.earshot.emulators.http.DaemonThreads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries parcels to their endpoints in the background, and tries again as SNS does. */
final class Deliveries implements AutoCloseable {

    private static final int THREADS = 8;
    /** Beyond this, Publish is throttled rather than memory filled. */
    private static final int MAX_UNDER_WAY = 10_000;

    private static final int MAX_ATTEMPTS = 4;

    private final ScheduledThreadPoolExecutor threads;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MAX_UNDER_WAY);
    private final Duration retryDelay;
    private final Consumer<Delivery> watcher;

    Deliveries(Duration retryDelay, Consumer<Delivery> watcher) {
        this.retryDelay = retryDelay;
        this.watcher = watcher;
        // After close() nothing can be delivered any more, so late work is dropped silently.
        this.threads = new ScheduledThreadPoolExecutor(
                THREADS, new DaemonThreads("earshot-sns-delivery"), new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Takes it over and returns at once. */
    void send(Parcel parcel) {
        if (!room.tryAcquire()) {
            throw new SnsError(429, "Throttled", "More than " + MAX_UNDER_WAY + " deliveries are under way");
        }
        enqueue(parcel, 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void enqueue(Parcel parcel, int number) {
        lanes.computeIfAbsent(parcel.subscriptionArn(), arn -> new Lane(threads))
                .submit(() -> attempt(parcel, number));
    }

    private CompletionStage<?> attempt(Parcel parcel, int number) {
        if (!parcel.wanted().getAsBoolean()) {
            room.release();
            return CompletableFuture.completedFuture(null);
        }
        return make(parcel.attempt())
                .exceptionally(e -> Attempt.Outcome.failed(e.getClass().getSimpleName()))
                .thenAccept(outcome -> conclude(parcel, number, outcome));
    }

    private static CompletionStage<Attempt.Outcome> make(Attempt attempt) {
        try {
            return attempt.make();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void conclude(Parcel parcel, int number, Attempt.Outcome outcome) {
        Delivery.Result result =
                switch (outcome.kind()) {
                    case DELIVERED -> Delivery.Result.DELIVERED;
                    case REFUSED -> Delivery.Result.GIVEN_UP;
                    case FAILED -> number < MAX_ATTEMPTS ? Delivery.Result.WILL_RETRY : Delivery.Result.GIVEN_UP;
                };
        switch (result) {
            case DELIVERED -> room.release();
            case WILL_RETRY -> retryLater(parcel, number + 1);
            case GIVEN_UP -> {
                room.release();
                threads.execute(parcel.giveUp());
            }
        }
        watcher.accept(new Delivery(parcel.subscriptionArn(), parcel.messageId(), number, result, outcome.detail()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Its result reaches the watcher.
    private void retryLater(Parcel parcel, int number) {
        threads.schedule(() -> enqueue(parcel, number), retryDelay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
