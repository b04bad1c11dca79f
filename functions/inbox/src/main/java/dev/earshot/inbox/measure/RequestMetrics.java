package dev.earshot.inbox.measure;

import dev.earshot.edge.Metrics;
import java.time.Duration;

/**
 * What an operator should know of every answer: {@code Answered}, {@code Refused} (4xx), {@code Faults} (5xx), and
 * {@code Answering}, how long it took.
 */
public final class RequestMetrics {

    private final Metrics metrics;

    public RequestMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Counts something that happened while a request was answered. */
    public synchronized void count(String name, long more) {
        if (more > 0) {
            metrics.count(name, more);
        }
    }

    /** Counts one answer. */
    public synchronized void answered(int status, Duration took) {
        metrics.count("Answered", status < 400 ? 1 : 0);
        metrics.count("Refused", status >= 400 && status < 500 ? 1 : 0);
        metrics.count("Faults", status >= 500 ? 1 : 0);
        metrics.time("Answering", took);
        metrics.flush();
    }
}
