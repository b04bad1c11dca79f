package dev.earshot.local.lambda;

import dev.earshot.emulators.http.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One function, ready to be invoked: as many processes as it was given, each working on one event at a time.
 *
 * <p>Events wait while all are busy or being started. A process that ends is replaced at once.
 */
public final class FunctionPool implements Invoker, AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final WaitingLine line = new WaitingLine();
    private final ScheduledExecutorService timer;
    private final WorkFolder folder;
    private final List<ExecutionEnvironment> environments;
    private volatile boolean closed;

    private FunctionPool(FunctionSpec spec, WorkFolder folder, int size, Consumer<FunctionLine> output)
            throws IOException {
        this.folder = folder;
        Launch launch = Launch.prepare(spec, folder);
        this.timer = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("timer-" + spec.name()));
        Consumer<String> lines = text -> output.accept(new FunctionLine(spec.name(), text));
        this.environments = IntStream.range(0, size)
                .mapToObj(number -> new ExecutionEnvironment(launch, line, timer, lines))
                .toList();
    }

    /**
     * Unpacks the function and starts its processes; does not wait for them.
     *
     * @param spec the function
     * @param work where to unpack: a folder with the function's name is emptied there, and removed on close
     * @param size how many processes, one for most functions
     * @param output gets every line that the function writes, from several threads
     * @throws IOException when the artifact cannot be read or unpacked
     */
    public static FunctionPool start(FunctionSpec spec, Path work, int size, Consumer<FunctionLine> output)
            throws IOException {
        if (size < 1) {
            throw new IllegalArgumentException(spec.name() + ": at least one process must run");
        }
        FunctionPool pool = new FunctionPool(spec, WorkFolder.open(work.resolve(spec.name())), size, output);
        pool.environments.forEach(ExecutionEnvironment::start);
        return pool;
    }

    /**
     * Invokes the function. The timeout counts from when a process takes the event.
     *
     * <p>When the function cannot be initialised, three times in a row, what waits ends as
     * {@link InvocationResult.FunctionError}.
     */
    @Override
    public CompletableFuture<InvocationResult> invoke(byte[] payload) {
        if (payload.length > RuntimeApi.LARGEST_REQUEST) {
            return CompletableFuture.completedFuture(
                    new InvocationResult.TooLarge(payload.length, RuntimeApi.LARGEST_REQUEST));
        }
        Invocation invocation = new Invocation(payload);
        line.add(invocation);
        if (closed) {
            endAllThatWaits();
        }
        return invocation.result();
    }

    /**
     * Completes when every process has asked for work once; fails with {@link InitFailedException} when one could not be
     * initialised three times in a row. Either way the pool goes on trying.
     */
    public CompletableFuture<@Nullable Void> ready() {
        return CompletableFuture.allOf(
                environments.stream().map(ExecutionEnvironment::whenReady).toArray(CompletableFuture<?>[]::new));
    }

    /** The process ids of this moment, for tests that kill them. */
    public List<Long> pids() {
        return environments.stream()
                .flatMapToLong(environment -> environment.pid().stream())
                .boxed()
                .toList();
    }

    /**
     * Ends every process: SIGTERM, and SIGKILL two seconds later. What was being worked on, or waited, ends as
     * {@link InvocationResult.Crashed}. Fit for a shutdown hook; a second call does nothing more.
     */
    @Override
    public void close() {
        closed = true;
        environments.forEach(ExecutionEnvironment::terminate);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (ExecutionEnvironment environment : environments) {
                environment.awaitEnd(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        endAllThatWaits();
        folder.close();
    }

    private void endAllThatWaits() {
        line.drain()
                .forEach(invocation -> invocation.end(new InvocationResult.Crashed("the function is being stopped")));
    }
}
