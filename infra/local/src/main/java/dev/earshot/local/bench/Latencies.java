package dev.earshot.local.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long answers took, in nanoseconds.
 *
 * @param sorted ascending
 * @param errors requests without the answer that was wanted; they are in {@code sorted}, too
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Latencies(long[] sorted, int errors) {

    private static final double NANOS_PER_MS = 1_000_000;

    public Latencies {
        sorted = sorted.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /** The least time within which this share of all answers came, in milliseconds: nearest rank. */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / NANOS_PER_MS;
    }

    /** Lines of {@code name: value}, each name beginning with {@code prefix}. */
    public List<String> lines(String prefix) {
        return List.of(
                prefix + "-requests: " + sorted.length,
                prefix + "-errors: " + errors,
                line(prefix + "-p50-ms", percentile(50)),
                line(prefix + "-p90-ms", percentile(90)),
                line(prefix + "-p99-ms", percentile(99)),
                line(prefix + "-max-ms", percentile(100)));
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s: %.2f", name, value);
    }
}
