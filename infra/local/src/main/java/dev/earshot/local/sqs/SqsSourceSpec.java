package dev.earshot.local.sqs;

import java.time.Duration;

/**
 * One queue that feeds one function, as the template describes it.
 *
 * @param queueUrl where the queue is
 * @param queueArn the queue's ARN, shown in events
 * @param batchSize the most messages in one event, 1 to 10,000; above 10 only with a window
 * @param window how long a batch may wait to fill, up to 300 seconds; zero sends what one receive brought
 * @param pollers how many events may be worked on at once
 * @param reportBatchItemFailures whether the function's answer names the messages that failed; else it is ignored
 */
public record SqsSourceSpec(
        String queueUrl,
        String queueArn,
        int batchSize,
        Duration window,
        int pollers,
        boolean reportBatchItemFailures) {

    private static final int LARGEST_BATCH = 10_000;
    private static final int LARGEST_WITHOUT_WINDOW = 10;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);

    /** Refuses what Lambda refuses. */
    public SqsSourceSpec {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException(queueArn + ": BatchSize must be 1 to 10000");
        }
        if (window.isNegative() || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(queueArn + ": MaximumBatchingWindowInSeconds must be 0 to 300");
        }
        if (batchSize > LARGEST_WITHOUT_WINDOW && window.isZero()) {
            throw new IllegalArgumentException(queueArn + ": a BatchSize over 10 needs a window of at least a second");
        }
        if (pollers < 1) {
            throw new IllegalArgumentException(queueArn + ": at least one poller must run");
        }
        if (queueArn.split(":", -1).length != 6) {
            throw new IllegalArgumentException("not a queue's ARN: " + queueArn);
        }
    }

    /** The region that the ARN names. */
    String region() {
        return queueArn.split(":", -1)[3];
    }
}
