package dev.earshot.local.lambda;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One life of one execution environment: a process, the Runtime API that feeds it and what it writes. */
final class FunctionProcess implements RuntimeApi.Worker {

    private static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

    /** What a process takes from and tells its pool. */
    interface Surroundings {

        /** The invocations that wait. */
        WaitingLine line();

        /** Ends what takes too long. */
        ScheduledExecutorService timer();

        /** Where lines go, the function's and ours. */
        Consumer<String> output();

        /** The process has asked for its first invocation. */
        void ready();
    }

    private record Work(Invocation invocation, Future<?> timeout) {}

    private final FunctionSpec spec;
    private final Surroundings surroundings;
    private final RuntimeApi api;
    private final Process process;
    private final OutputPump pump;
    private final Thread pumping;
    private final AtomicReference<@Nullable Work> work = new AtomicReference<>();
    private volatile boolean ready;
    private volatile InvocationResult.@Nullable FunctionError initError;

    private FunctionProcess(Launch launch, Surroundings surroundings) throws IOException {
        this.spec = launch.spec();
        this.surroundings = surroundings;
        this.api = new RuntimeApi(spec, this);
        synchronized (this) { // The process may ask for work before it is known here.
            this.process = startOrClose(launch, api);
        }
        this.pump = new OutputPump(process.getInputStream(), surroundings.output());
        this.pumping = new Thread(pump, "output-" + spec.name());
    }

    static FunctionProcess start(Launch launch, Surroundings surroundings) throws IOException {
        FunctionProcess started = new FunctionProcess(launch, surroundings);
        started.pumping.setDaemon(true);
        started.pumping.start();
        return started;
    }

    private static Process startOrClose(Launch launch, RuntimeApi api) throws IOException {
        try {
            return launch.process(api.port()).start();
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    synchronized boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the process has ended, and ends what it was working on. */
    int awaitEnd() throws InterruptedException {
        int status = process.waitFor();
        api.close();
        pumping.join(LAST_OUTPUT.toMillis());
        Work unfinished = work.getAndSet(null);
        if (unfinished != null) {
            unfinished.timeout().cancel(false);
            String reason = "Runtime exited with error: exit status " + status;
            if (unfinished.invocation().end(new InvocationResult.Crashed(reason))) {
                report(unfinished.invocation(), "Error: " + reason);
            }
        }
        return status;
    }

    /** Whether it got as far as asking for work. */
    boolean wasReady() {
        return ready;
    }

    /** Why it could not be initialised, in the function's own words where it had any. */
    InvocationResult.FunctionError initError(int status) {
        InvocationResult.FunctionError reported = initError;
        return reported != null
                ? reported
                : new InvocationResult.FunctionError(
                        "Runtime.ExitError", "Runtime exited during initialisation: exit status " + status);
    }

    List<String> lastLines() {
        return pump.lastLines();
    }

    /** Asks the process to end. */
    void terminate() {
        process.destroy();
    }

    /** Ends the process, and what it started: a native bootstrap may be a script. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public Invocation next() throws InterruptedException {
        if (!ready) {
            ready = true;
            surroundings.ready();
        }
        Invocation invocation = surroundings.line().take(this::isAlive);
        Future<?> timeout = surroundings
                .timer()
                .schedule(() -> timeOut(invocation), spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
        work.set(new Work(invocation, timeout));
        return invocation;
    }

    @Override
    public void undelivered(Invocation invocation) {
        take(invocation.id()).ifPresent(surroundings.line()::putBack);
    }

    @Override
    public Optional<Invocation> end(String id, InvocationResult ending) {
        Optional<Invocation> invocation = take(id);
        invocation.ifPresent(taken -> taken.end(ending));
        return invocation;
    }

    @Override
    public void initFailed(InvocationResult.FunctionError error) {
        initError = error;
    }

    private Optional<Invocation> take(String id) {
        Work current = work.get();
        if (current == null || !current.invocation().id().equals(id) || !work.compareAndSet(current, null)) {
            return Optional.empty();
        }
        current.timeout().cancel(false);
        return Optional.of(current.invocation());
    }

    private void timeOut(Invocation invocation) {
        if (invocation.end(new InvocationResult.TimedOut(spec.timeout()))) {
            double seconds = spec.timeout().toMillis() / 1000.0;
            report(invocation, "Task timed out after %.2f seconds".formatted(seconds));
            kill();
        }
    }

    private void report(Invocation invocation, String what) {
        surroundings.output().accept("RequestId: " + invocation.id() + " " + what);
    }
}
