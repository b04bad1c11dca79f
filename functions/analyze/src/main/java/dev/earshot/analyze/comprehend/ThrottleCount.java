package dev.earshot.analyze.comprehend;

import dev.earshot.edge.Metrics;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/** Counts throttled attempts, which the SDK otherwise hides behind its retries. */
final class ThrottleCount implements MetricPublisher {

    private static final String THROTTLED = "Throttling";

    private final Metrics metrics;

    ThrottleCount(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Called once for every call, on its thread; the attempts are its children. */
    @Override
    public void publish(MetricCollection call) {
        long throttled = call.children().stream()
                .filter(attempt -> attempt.metricValues(CoreMetric.ERROR_TYPE).contains(THROTTLED))
                .count();
        if (throttled > 0) {
            metrics.count("ComprehendThrottled", throttled);
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
