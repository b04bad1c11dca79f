package dev.earshot.local.lambda;

import dev.earshot.emulators.http.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One function, ready to be invoked: some processes, each working on one event at a time.
 *
 * <p>Events wait while all are busy or being started. While one waits for long, another process is started, as Lambda
 * does, up to as many as are allowed. A process that ends is replaced at once.
 */
public final class FunctionPool implements Invoker, AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Lambda starts another at once. Here they share the processors, and starting costs all of them seconds. */
    private static final Duration LONG_WAIT = Duration.ofMillis(30);

    private final WaitingLine line = new WaitingLine();
    private final ScheduledExecutorService timer;
    private final Executor afterLongWait;
    private final WorkFolder folder;
    private final List<ExecutionEnvironment> environments = new CopyOnWriteArrayList<>();
    private final Supplier<ExecutionEnvironment> another;
    private final Share share;
    private volatile boolean closed;

    private FunctionPool(FunctionSpec spec, WorkFolder folder, Share share, Consumer<FunctionLine> output)
            throws IOException {
        this.folder = folder;
        this.share = share;
        Launch launch = Launch.prepare(spec, folder, share.yields());
        this.timer = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("timer-" + spec.name()));
        this.afterLongWait = CompletableFuture.delayedExecutor(LONG_WAIT.toMillis(), TimeUnit.MILLISECONDS, timer);
        Consumer<String> lines = text -> output.accept(new FunctionLine(spec.name(), text));
        this.another = () -> new ExecutionEnvironment(launch, line, timer, lines);
    }

    /**
     * Unpacks the function and starts its processes; does not wait for them.
     *
     * @param spec the function
     * @param work where to unpack: a folder with the function's name is emptied there, and removed on close
     * @param share how many processes, and how eager
     * @param output gets every line that the function writes, from several threads
     * @throws IOException when the artifact cannot be read or unpacked
     */
    public static FunctionPool start(FunctionSpec spec, Path work, Share share, Consumer<FunctionLine> output)
            throws IOException {
        FunctionPool pool = new FunctionPool(spec, WorkFolder.open(work.resolve(spec.name())), share, output);
        for (int i = 0; i < share.least(); i++) {
            pool.grow();
        }
        return pool;
    }

    private synchronized void grow() {
        if (!closed) {
            ExecutionEnvironment environment = another.get();
            environments.add(environment);
            environment.start();
        }
    }

    /** One at a time: the one that is being started may be all that was missing. */
    private synchronized void growFor(Invocation invocation) {
        boolean starting = environments.stream()
                .anyMatch(environment -> !environment.whenReady().isDone());
        if (environments.size() < share.most() && !starting && line.contains(invocation)) {
            grow();
        }
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
        } else if (environments.isEmpty()) {
            growFor(invocation);
        } else if (environments.size() < share.most()) {
            afterLongWait.execute(() -> growFor(invocation));
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
        synchronized (this) { // None is started after this.
            closed = true;
        }
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
