package dev.earshot.local.cloud;

import dev.earshot.local.lambda.FunctionLine;
import dev.earshot.local.lambda.FunctionPool;
import dev.earshot.local.lambda.FunctionSpec;
import dev.earshot.local.lambda.Invoker;
import dev.earshot.local.lambda.Share;
import dev.earshot.local.schedule.Schedules;
import dev.earshot.local.sqs.SqsEventSource;
import dev.earshot.local.sqs.SqsSourceListener;
import dev.earshot.local.sqs.SqsSourceSpec;
import dev.earshot.local.template.EventSource;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.local.template.QueueResource;
import dev.earshot.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's functions as running processes, with the event sources that feed them. */
final class Functions implements AutoCloseable {

    private static final String ANALYZER_MODE = "EARSHOT_ANALYZER_MODE";
    private static final Set<String> ASK_COMPREHEND = Set.of("comprehend", "hybrid");
    private static final Share FED_BY_QUEUES = new Share(1, 1, true);
    private static final Share FED_BY_BATCHES = new Share(0, 1, true);
    private static final int POLLERS = 2;
    private static final long READY_WITHIN_SECONDS = 120;

    private final Template template;
    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
    private final List<SqsEventSource> sources = new ArrayList<>();

    private Functions(Template template) {
        this.template = template;
    }

    /** Starts the functions' processes, if not on demand, and returns when all of them ask for work. */
    static Functions start(Template template, Services services, Path work, CloudOptions options) throws IOException {
        Functions functions = new Functions(template);
        try {
            for (FunctionResource function : template.functions()) {
                FunctionSpec spec = spec(function, services, options);
                Share share = share(function, options.mostProcesses());
                if (options.onDemand().contains(function.logicalId())) {
                    share = share.onDemand();
                }
                functions.pools.put(function.logicalId(), FunctionPool.start(spec, work, share, options.output()));
            }
            functions.awaitReady();
            return functions;
        } catch (IOException | RuntimeException e) {
            functions.close();
            throw e;
        }
    }

    /** Somebody waits for the answer of what is called by HTTP; in AWS the others would not share its processors. */
    private static Share share(FunctionResource function, int mostProcesses) {
        boolean called = function.events().stream().anyMatch(EventSource.HttpRoute.class::isInstance);
        if (called) {
            return new Share(1, mostProcesses, false);
        }
        return function.events().stream().allMatch(Functions::waitsForABatch) ? FED_BY_BATCHES : FED_BY_QUEUES;
    }

    /** Who may wait until a batch is full may also wait for a process, which would idle on most machines. */
    private static boolean waitsForABatch(EventSource event) {
        return event instanceof EventSource.SqsSource source && source.windowSeconds() > 0;
    }

    private static FunctionSpec spec(FunctionResource function, Services services, CloudOptions options) {
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        environment.putAll(services.environment());
        if (ASK_COMPREHEND.contains(environment.getOrDefault(ANALYZER_MODE, ""))) {
            environment.putAll(options.comprehend());
        }
        return new FunctionSpec(
                function.name(),
                function.codeUri(),
                function.handler(),
                Duration.ofSeconds(function.timeoutSeconds()),
                function.memoryMb(),
                environment,
                services.identity().region(),
                services.identity().accountId());
    }

    private void awaitReady() {
        CompletableFuture<?>[] ready =
                pools.values().stream().map(FunctionPool::ready).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ready)
                    .orTimeout(READY_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new CloudException("a function did not start: " + reason.getMessage(), e);
        }
    }

    /** Starts to poll the queues that the template names as event sources. */
    void startEventSources(SqsClient sqs, SqsSourceListener listener) {
        for (FunctionResource function : template.functions()) {
            for (EventSource event : function.events()) {
                if (event instanceof EventSource.SqsSource source && source.enabled()) {
                    sources.add(SqsEventSource.start(sqs, spec(source), pool(function), listener));
                }
            }
        }
    }

    /** Lets the queues wait for a while, so that what is called by HTTP has the processors for itself, as it has in AWS. */
    void restQueues(Duration time) {
        sources.forEach(source -> source.rest(time));
    }

    /** Lets the clock invoke what the template says. */
    void follow(Schedules schedules, Consumer<FunctionLine> output) {
        for (FunctionResource function : template.functions()) {
            for (EventSource event : function.events()) {
                if (event instanceof EventSource.Schedule schedule) {
                    schedules.follow(
                            function,
                            schedule,
                            pool(function),
                            trouble -> output.accept(new FunctionLine("schedule", trouble)));
                }
            }
        }
    }

    private SqsSourceSpec spec(EventSource.SqsSource source) {
        QueueResource queue = template.queue(source.queueArn()).orElseThrow();
        return new SqsSourceSpec(
                queue.url(),
                queue.arn(),
                source.batchSize(),
                Duration.ofSeconds(source.windowSeconds()),
                POLLERS,
                source.reportBatchItemFailures());
    }

    /** The functions behind the HTTP API's routes, by route key. */
    Map<String, Invoker> routes() {
        Map<String, Invoker> routes = new LinkedHashMap<>();
        for (FunctionResource function : template.functions()) {
            for (EventSource event : function.events()) {
                if (event instanceof EventSource.HttpRoute route) {
                    String key = route.path().equals("$default") ? "$default" : route.method() + " " + route.path();
                    routes.put(key, pool(function));
                }
            }
        }
        return routes;
    }

    /** The process ids of a function, by its logical id. */
    List<Long> pids(FunctionResource function) {
        return pool(function).pids();
    }

    private FunctionPool pool(FunctionResource function) {
        @Nullable FunctionPool pool = pools.get(function.logicalId());
        if (pool == null) {
            throw new IllegalStateException(function.logicalId() + " was not started");
        }
        return pool;
    }

    /** Stops polling, then ends every process; all at once, since each may take its two seconds. */
    @Override
    public void close() {
        sources.parallelStream().forEach(SqsEventSource::close);
        pools.values().parallelStream().forEach(FunctionPool::close);
    }
}
