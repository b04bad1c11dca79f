package dev.earshot.local.sqs;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Collects messages until a batch is full or its window has passed. */
final class BatchCollector {

    private final Receiver receiver;
    private final SqsSourceSpec spec;
    private final Clock clock;

    BatchCollector(Receiver receiver, SqsSourceSpec spec, Clock clock) {
        this.receiver = receiver;
        this.spec = spec;
        this.clock = clock;
    }

    /** The next batch, empty when the queue was: the window opens with the first message. */
    List<Message> collect() {
        List<Message> batch = new ArrayList<>(receive(spec.batchSize()));
        if (batch.isEmpty()) {
            return batch;
        }
        Instant end = clock.instant().plus(spec.window());
        while (batch.size() < spec.batchSize() && clock.instant().isBefore(end)) {
            batch.addAll(receive(spec.batchSize() - batch.size()));
        }
        return batch;
    }

    private List<Message> receive(int wanted) {
        return receiver.receive(Math.min(wanted, Receiver.MOST));
    }
}
