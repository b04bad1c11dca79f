package dev.earshot.core.metrics;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scale of times whose steps each are a fifth longer than the one before, so that medians and percentiles come from
 * sums, whatever is added up. Step 0 holds what took a second or less, step n what took up to {@code 1.2^n} seconds; a
 * quantile is the middle of its step and so at most 10 % off. The last step, 100, begins at some 2 years.
 */
public final class TimeScale {

    private static final double FACTOR = 1.2;
    private static final int LAST = 100;

    private TimeScale() {}

    /** The step that a time falls on. */
    static int step(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        // A hair less, so that a time at the very end of a step stays on it.
        int step = seconds <= 1 ? 0 : (int) Math.ceil(Math.log(seconds) / Math.log(FACTOR) - 1e-9);
        return Math.min(step, LAST);
    }

    /**
     * The time within which a share of all happened.
     *
     * @param counts how many on which step, by the step's number
     * @param share 0 to 1, such as 0.5 for the median
     * @return whole seconds; null of nothing
     */
    public static @Nullable Long quantile(Map<String, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(share * all));
        long passed = 0;
        for (int step = 0; step <= LAST; step++) {
            passed += counts.getOrDefault(String.valueOf(step), 0L);
            if (passed >= rank) {
                return Math.round(middle(step));
            }
        }
        return null;
    }

    private static double middle(int step) {
        return step == 0 ? 1 : Math.pow(FACTOR, step - 0.5);
    }
}
