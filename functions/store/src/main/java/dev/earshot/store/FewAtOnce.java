package dev.earshot.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does a few things at once that mostly wait, on threads that go when there is nothing to do. */
final class FewAtOnce {

    /** Java keeps five idle connections to one host: with more threads, each list would pay for new ones. */
    private static final int THREADS = 4;

    private final ExecutorService threads;

    FewAtOnce() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FewAtOnce::daemon);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Does the work with each of a list, and returns when all is done; throws what it throws. */
    <T> void each(List<T> list, Consumer<T> work) {
        List<Callable<Void>> tasks = list.stream()
                .<Callable<Void>>map(one -> () -> {
                    work.accept(one);
                    return null;
                })
                .toList();
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lists");
        thread.setDaemon(true);
        return thread;
    }
}
