package dev.earshot.edge;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The one batch loop: reads every message of a batch, hands it to the use case, and reports exactly those that must come
 * back. One bad message never fails the others. A use case that gains by seeing the whole batch first is a
 * {@link BatchUseCase}.
 *
 * @param <T> what a message means
 */
public final class QueueConsumer<T> {

    private static final String DELIVERIES = "ApproximateReceiveCount";

    private final Function<String, Decoded<T>> reader;
    private final Function<T, String> mentionId;
    private final BatchUseCase<T> useCase;
    private final MessageSink next;
    private final DeadLetters deadLetters;
    private final Metrics metrics;

    /**
     * @param reader decodes a body
     * @param mentionId what correlates its log lines
     * @param useCase handles one message after the other
     * @param next where {@link Outcome.Forward} goes
     * @param deadLetters where {@link Outcome.Refused} and unreadable messages go
     */
    public QueueConsumer(
            Function<String, Decoded<T>> reader,
            Function<T, String> mentionId,
            Function<T, Outcome> useCase,
            MessageSink next,
            DeadLetters deadLetters,
            Metrics metrics) {
        this(reader, mentionId, (BatchUseCase<T>) batch -> useCase, next, deadLetters, metrics);
    }

    private QueueConsumer(
            Function<String, Decoded<T>> reader,
            Function<T, String> mentionId,
            BatchUseCase<T> useCase,
            MessageSink next,
            DeadLetters deadLetters,
            Metrics metrics) {
        this.reader = reader;
        this.mentionId = mentionId;
        this.useCase = useCase;
        this.next = next;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * A consumer whose use case sees all that could be read of a batch before it handles each.
     *
     * @param <T> what a message means
     */
    public static <T> QueueConsumer<T> together(
            Function<String, Decoded<T>> reader,
            Function<T, String> mentionId,
            BatchUseCase<T> useCase,
            MessageSink next,
            DeadLetters deadLetters,
            Metrics metrics) {
        return new QueueConsumer<>(reader, mentionId, useCase, next, deadLetters, metrics);
    }

    /** Handles a batch; the answer lists the messages to be delivered again. */
    public SQSBatchResponse consume(SQSEvent event) {
        List<BatchItemFailure> failures = new ArrayList<>();
        Map<String, Onward> forwards = new LinkedHashMap<>();
        List<Received<T>> batch = received(event);
        Function<T, Outcome> handler = handler(batch);
        for (Received<T> received : batch) {
            SQSMessage message = received.message();
            try {
                switchOn(outcome(received, handler), message, failures, forwards);
            } catch (RuntimeException e) {
                again(message, "a fault: " + e.getClass().getSimpleName(), e, failures);
            } finally {
                MDC.remove(Hop.CORRELATION);
            }
        }
        unsent(forwards).forEach(id -> failures.add(new BatchItemFailure(id)));
        metrics.flush();
        return new SQSBatchResponse(failures);
    }

    private List<Received<T>> received(SQSEvent event) {
        List<SQSMessage> records = event.getRecords() == null ? List.of() : event.getRecords();
        return records.stream()
                .map(message -> new Received<>(message, reader.apply(message.getBody())))
                .toList();
    }

    private Function<T, Outcome> handler(List<Received<T>> batch) {
        List<T> readable = new ArrayList<>();
        for (Received<T> received : batch) {
            if (received.decoded() instanceof Decoded.Read<T> read) {
                readable.add(read.value());
            }
        }
        try {
            return useCase.handlerOf(readable);
        } catch (RuntimeException e) {
            return value -> {
                throw e;
            };
        }
    }

    private Outcome outcome(Received<T> received, Function<T, Outcome> handler) {
        if (received.decoded() instanceof Decoded.Poison<T> poison) {
            QueueForms.mentionIdIn(received.message().getBody()).ifPresent(id -> MDC.put(Hop.CORRELATION, id.value()));
            return new Outcome.Refused(poison.reason());
        }
        T value = ((Decoded.Read<T>) received.decoded()).value();
        MDC.put(Hop.CORRELATION, mentionId.apply(value));
        return handler.apply(value);
    }

    private void switchOn(
            Outcome outcome, SQSMessage message, List<BatchItemFailure> failures, Map<String, Onward> forwards) {
        if (outcome instanceof Outcome.Forward forward) {
            forwards.put(message.getMessageId(), new Onward(String.valueOf(MDC.get(Hop.CORRELATION)), forward.body()));
        } else if (outcome instanceof Outcome.Refused refused) {
            deadLetters.add(message, refused.reason());
            Hop.DEAD_LETTERED.log("message " + message.getMessageId() + ": " + refused.reason());
            metrics.count("DeadLettered", 1);
        } else if (outcome instanceof Outcome.TryAgain later) {
            again(message, later.reason(), null, failures);
        }
    }

    private void again(SQSMessage message, String reason, @Nullable Throwable fault, List<BatchItemFailure> failures) {
        String times =
                message.getAttributes() == null ? null : message.getAttributes().get(DELIVERIES);
        String delivery = times == null ? "" : ", delivery " + times;
        Hop.RETRIED.log("message " + message.getMessageId() + delivery + ": " + reason, fault);
        metrics.count("Retried", 1);
        failures.add(new BatchItemFailure(message.getMessageId()));
    }

    /** Sends what goes on and tells of each; returns the messages that did not arrive. */
    private Set<String> unsent(Map<String, Onward> forwards) {
        Map<String, String> bodies = new LinkedHashMap<>();
        forwards.forEach((id, onward) -> bodies.put(id, onward.body()));
        Set<String> unsent = next.send(bodies);
        forwards.forEach((id, onward) -> {
            if (unsent.contains(id)) {
                Hop.RETRIED.logFor(onward.mentionId(), "message " + id + ": it did not reach the next queue");
                metrics.count("Retried", 1);
            } else {
                Hop.QUEUED.logFor(onward.mentionId(), "for the next function");
            }
        });
        return unsent;
    }

    /** A message and what it means. */
    private record Received<T>(SQSMessage message, Decoded<T> decoded) {}

    /** What goes on to the next queue. */
    private record Onward(String mentionId, String body) {}
}
