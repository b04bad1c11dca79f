package dev.earshot.local.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.http.DaemonThreads;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.Invoker;
import dev.earshot.local.template.EventSource;
import dev.earshot.local.template.FunctionResource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Invokes functions by the clock, as their schedules say: rates, each for the first time after it has passed once. Schedules
 * of cron only run when somebody asks.
 */
public final class Schedules implements AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("schedules"));
    private final List<Entry> entries = new ArrayList<>();
    private final AwsIdentity identity;
    private final Clock clock;

    /** @param identity whose events they are */
    public Schedules(AwsIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    private record Entry(FunctionResource function, EventSource.Schedule schedule, Invoker invoker) {}

    /**
     * Begins to follow a schedule.
     *
     * @param told hears how what went wrong
     */
    public void follow(
            FunctionResource function, EventSource.Schedule schedule, Invoker invoker, Consumer<String> told) {
        Entry entry = new Entry(function, schedule, invoker);
        entries.add(entry);
        Optional<Duration> rate = Rate.of(schedule.expression()).filter(every -> schedule.enabled());
        rate.ifPresent(every -> {
            long millis = every.toMillis();
            var unused = timer.scheduleAtFixedRate(() -> fire(entry, told), millis, millis, TimeUnit.MILLISECONDS);
        });
    }

    private void fire(Entry entry, Consumer<String> told) {
        CompletableFuture<Void> end = invoke(entry).thenAccept(result -> {
            if (!(result instanceof InvocationResult.Success)) {
                told.accept("schedule " + entry.schedule().name() + " of "
                        + entry.function().logicalId() + ": " + result);
            }
        });
        // It never ends exceptionally.
        assert !end.isCompletedExceptionally();
    }

    /**
     * Runs the schedules of a function now, beside the clock.
     *
     * @param logicalId of the function, such as {@code Poll}
     * @return how the first of them ended; empty when the function has none
     */
    public Optional<CompletableFuture<InvocationResult>> runNow(String logicalId) {
        return entries.stream()
                .filter(entry -> entry.function().logicalId().equals(logicalId))
                .findFirst()
                .map(this::invoke);
    }

    /** The functions that have schedules, with their expressions. */
    public List<Scheduled> all() {
        return entries.stream()
                .map(entry -> new Scheduled(
                        entry.function().logicalId(), entry.schedule().expression()))
                .toList();
    }

    /**
     * A function that runs by the clock.
     *
     * @param function its logical id
     * @param expression when, as the template says it
     */
    public record Scheduled(String function, String expression) {}

    private CompletableFuture<InvocationResult> invoke(Entry entry) {
        String rule = entry.function().name() + "-" + entry.schedule().name();
        String event = entry.schedule()
                .input()
                .orElseGet(() -> ScheduledEvent.of(rule, identity.region(), identity.accountId(), clock.instant()));
        return entry.invoker().invoke(event.getBytes(UTF_8));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
