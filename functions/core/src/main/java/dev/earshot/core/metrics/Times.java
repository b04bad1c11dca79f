package dev.earshot.core.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, at most 10 % off.
 *
 * @param medianSeconds half of all took no longer
 * @param p90Seconds nine of ten took no longer
 */
public record Times(long medianSeconds, long p90Seconds) {

    private static final double MEDIAN = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    /** The times of counts by step of {@link TimeScale}; null of nothing. */
    static @Nullable Times of(Map<String, Long> steps) {
        Long median = TimeScale.quantile(steps, MEDIAN);
        Long p90 = TimeScale.quantile(steps, NINE_OF_TEN);
        return median == null || p90 == null ? null : new Times(median, p90);
    }
}
