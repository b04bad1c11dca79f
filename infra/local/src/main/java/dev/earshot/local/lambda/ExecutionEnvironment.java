package dev.earshot.local.lambda;

import dev.earshot.local.lambda.InvocationResult.FunctionError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one process of a function alive: starts it, starts another when it ends, gives up on none. */
final class ExecutionEnvironment implements FunctionProcess.Surroundings {

    private static final int ATTEMPTS_BEFORE_REPORT = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;

    private final Launch launch;
    private final WaitingLine line;
    private final ScheduledExecutorService timer;
    private final Consumer<String> output;
    private final Thread keeper;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    private @Nullable FunctionProcess current;
    private int failures;

    ExecutionEnvironment(Launch launch, WaitingLine line, ScheduledExecutorService timer, Consumer<String> output) {
        this.launch = launch;
        this.line = line;
        this.timer = timer;
        this.output = output;
        this.keeper = new Thread(this::keepAlive, "environment-" + launch.spec().name());
        this.keeper.setDaemon(true);
    }

    void start() {
        keeper.start();
    }

    /** Completes when a process has first asked for work; fails when several in a row could not be initialised. */
    CompletableFuture<@Nullable Void> whenReady() {
        return ready;
    }

    /** The process of this moment; none when it has ended and the next is not there yet. */
    synchronized OptionalLong pid() {
        return current == null || !current.isAlive() ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    /** Starts no other process and asks the present one to end. */
    void terminate() {
        FunctionProcess process = close();
        if (process != null) {
            process.terminate();
        }
    }

    /** Waits until the process has ended, and kills it when that takes longer. */
    void awaitEnd(Duration patience) throws InterruptedException {
        keeper.join(Math.max(1, patience.toMillis()));
        FunctionProcess process = present();
        if (process != null) {
            process.kill();
        }
        keeper.join();
    }

    @Override
    public WaitingLine line() {
        return line;
    }

    @Override
    public ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public Consumer<String> output() {
        return output;
    }

    @Override
    public void ready() {
        ready.complete(null);
    }

    private void keepAlive() {
        try {
            while (closed.getCount() > 0) {
                failures = liveOnce() ? 0 : failures + 1;
                if (failures > 1 && closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs one process until it ends; false when it ended before it asked for work. */
    private boolean liveOnce() throws InterruptedException {
        try {
            FunctionProcess process = begin();
            int status = process.awaitEnd();
            if (process.wasReady() || closed.getCount() == 0) {
                return true;
            }
            initFailed(process.initError(status), process.lastLines());
        } catch (IOException e) {
            initFailed(new FunctionError("Runtime.InvalidEntrypoint", String.valueOf(e.getMessage())), List.of());
        }
        return false;
    }

    private synchronized FunctionProcess begin() throws IOException, InterruptedException {
        if (closed.getCount() == 0) {
            throw new InterruptedException("closed");
        }
        FunctionProcess process = FunctionProcess.start(launch, this);
        current = process;
        return process;
    }

    /** One failure may pass by itself; after several, nobody is kept waiting any longer. */
    private void initFailed(FunctionError error, List<String> lastLines) {
        int attempts = failures + 1;
        if (attempts >= ATTEMPTS_BEFORE_REPORT) {
            ready.completeExceptionally(new InitFailedException(launch.spec().name(), attempts, error, lastLines));
            line.drain().forEach(invocation -> invocation.end(error));
        }
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** In one step with {@link #begin}: no process starts once this has returned. */
    private synchronized @Nullable FunctionProcess close() {
        closed.countDown();
        return current;
    }

    private synchronized @Nullable FunctionProcess present() {
        return current;
    }
}
