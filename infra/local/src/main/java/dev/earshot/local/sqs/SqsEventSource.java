package dev.earshot.local.sqs;

import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.InvocationResult.FunctionError;
import dev.earshot.local.lambda.InvocationResult.Success;
import dev.earshot.local.lambda.InvocationResult.TimedOut;
import dev.earshot.local.lambda.Invoker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Lambda's poller: receives batches from a queue, invokes a function with them and deletes what it has done.
 *
 * <p>What is not deleted comes again when the queue's visibility timeout has passed, until the queue's own redrive
 * policy moves it to the dead-letter queue.
 */
public final class SqsEventSource implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    private final SqsSourceSpec spec;
    private final SqsQueue queue;
    private final BatchCollector collector;
    private final Invoker function;
    private final SqsSourceListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> pollers;
    private volatile long restUntil = System.nanoTime();

    private SqsEventSource(SqsClient client, SqsSourceSpec spec, Invoker function, SqsSourceListener listener) {
        this.spec = spec;
        this.queue = new SqsQueue(client, spec.queueUrl());
        this.collector = new BatchCollector(queue, spec, Clock.systemUTC());
        this.function = function;
        this.listener = listener;
        String name = spec.queueArn().substring(spec.queueArn().lastIndexOf(':') + 1);
        this.pollers = IntStream.range(0, spec.pollers())
                .mapToObj(number -> new Thread(this::poll, "poller-" + name + "-" + number))
                .toList();
    }

    /**
     * Starts to poll.
     *
     * @param client reaches the queue; it is the caller's to close, after this
     * @param spec queue and batching
     * @param function gets the events
     * @param listener hears of outages and failed batches
     */
    public static SqsEventSource start(
            SqsClient client, SqsSourceSpec spec, Invoker function, SqsSourceListener listener) {
        SqsEventSource source = new SqsEventSource(client, spec, function, listener);
        for (Thread poller : source.pollers) {
            poller.setDaemon(true);
            poller.start();
        }
        return source;
    }

    /** Leaves the queue alone for a while from now; what was received already is worked on. */
    public void rest(Duration time) {
        restUntil = System.nanoTime() + time.toNanos();
    }

    /** Stops within about a second. What a function still works on is not deleted, and so comes again. */
    @Override
    public void close() {
        closed.countDown();
        pollers.forEach(Thread::interrupt);
        try {
            for (Thread poller : pollers) {
                poller.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        int outages = 0;
        try {
            while (closed.getCount() > 0) {
                long rest = restUntil - System.nanoTime();
                if (rest > 0) {
                    closed.await(Math.min(rest, LONGEST_SLEEP.toNanos()), TimeUnit.NANOSECONDS);
                    continue;
                }
                outages = pollOnce() ? 0 : outages + 1;
                if (outages > 0 && closed.await(pauseAfter(outages).toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the queue could not be reached. */
    private boolean pollOnce() throws InterruptedException {
        try {
            List<Message> batch = collector.collect();
            if (!batch.isEmpty() && closed.getCount() > 0) {
                for (SqsEvent event : SqsEvent.of(batch, spec)) {
                    handle(event);
                }
            }
            return true;
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                listener.outage(spec.queueArn(), e);
            }
            return false;
        }
    }

    private void handle(SqsEvent event) throws InterruptedException {
        Set<String> sent = event.messages().stream().map(Message::messageId).collect(Collectors.toSet());
        InvocationResult result = invoke(event);
        Set<String> failed = failures(result, sent);
        if (!failed.isEmpty()) {
            listener.notDone(spec.queueArn(), failed.size(), sent.size(), reason(result));
        }
        List<Message> done = event.messages().stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
        int kept = queue.delete(done);
        if (kept > 0) {
            listener.notDone(spec.queueArn(), kept, sent.size(), "done, but the queue did not delete them");
        }
    }

    private InvocationResult invoke(SqsEvent event) throws InterruptedException {
        try {
            return function.invoke(event.json()).get();
        } catch (ExecutionException e) {
            return new Crashed(String.valueOf(e.getCause()));
        }
    }

    private Set<String> failures(InvocationResult result, Set<String> sent) {
        if (!(result instanceof Success success)) {
            return sent;
        }
        return spec.reportBatchItemFailures() ? BatchAnswer.failures(success, sent) : Set.of();
    }

    private static String reason(InvocationResult result) {
        if (result instanceof FunctionError error) {
            return error.type();
        } else if (result instanceof Crashed crashed) {
            return crashed.reason();
        } else if (result instanceof TimedOut timedOut) {
            return "timed out after " + timedOut.after();
        }
        return result instanceof Success ? "reported by the function" : "the event is too large";
    }

    private static Duration pauseAfter(int outages) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(outages - 1, MOST_DOUBLINGS));
    }
}
