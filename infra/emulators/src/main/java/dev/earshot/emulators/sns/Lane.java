package dev.earshot.emulators.sns;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The work for one endpoint, a few at a time and in order of arrival: a slow endpoint holds up only itself. */
final class Lane {

    private static final int WIDTH = 4;

    private final Executor executor;
    private final Queue<Supplier<CompletionStage<?>>> waiting = new ArrayDeque<>();
    private int running;

    Lane(Executor executor) {
        this.executor = executor;
    }

    void submit(Supplier<CompletionStage<?>> work) {
        synchronized (this) {
            waiting.add(work);
        }
        startNext();
    }

    private void startNext() {
        Supplier<CompletionStage<?>> next;
        synchronized (this) {
            next = running < WIDTH ? waiting.poll() : null;
            if (next == null) {
                return;
            }
            running++;
        }
        executor.execute(() -> run(next));
    }

    private void run(Supplier<CompletionStage<?>> work) {
        CompletionStage<?> stage;
        try {
            stage = work.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedFuture(e);
        }
        stage.whenComplete((result, failure) -> {
            synchronized (this) {
                running--;
            }
            startNext();
        });
    }
}
