package dev.earshot.core.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reviews read of a time. Cases count in the hour in which they were opened, as they stand now: of 10 cases opened
 * yesterday of which 4 were resolved today, yesterday says {@code cases: 10, resolved: 4}.
 *
 * @param mentions heard, each counted with the first department that got it
 * @param open cases that somebody still has to do something about
 * @param acknowledged cases that somebody took, also those that are closed by now; without rerouted ones
 * @param rerouted cases that are another department's by now
 * @param corrected how often a person said that a case should not have come here: rerouted it, or dismissed it as not
 *     theirs; of what had no department, how often a person gave it to one
 * @param reported mentions that employees told of
 * @param heardFirst those of them that had come from nowhere else before
 * @param acknowledgedShare of the cases that were not rerouted, 0 to 1; null of none
 * @param resolvedShare the same of resolved ones
 * @param timeToAcknowledge from when a case came until somebody took it; null of none
 * @param timeToResolve the same until it was resolved
 * @param outcomes resolved cases by kind of outcome
 * @param sources by source; a mention counts once for each department that got a case of it
 * @param sentiments the same by sentiment, {@code none} without
 * @param priorities cases by the priority that they were opened with
 */
public record Figures(
        long mentions,
        long cases,
        long open,
        long acknowledged,
        long resolved,
        long dismissed,
        long rerouted,
        long corrected,
        long reported,
        long heardFirst,
        @Nullable Double acknowledgedShare,
        @Nullable Double resolvedShare,
        @Nullable Times timeToAcknowledge,
        @Nullable Times timeToResolve,
        Map<String, Long> outcomes,
        Map<String, Long> sources,
        Map<String, Long> sentiments,
        Map<String, Long> priorities) {

    /** The figures of sums. */
    public static Figures of(Counted counted) {
        long cases = counted.of(Counted.CASES);
        long resolved = counted.of(Counted.RESOLVED);
        long dismissed = counted.of(Counted.DISMISSED);
        long rerouted = counted.of(Counted.REROUTED);
        long kept = cases - rerouted;
        return new Figures(
                counted.of(Counted.MENTIONS),
                cases,
                Math.max(0, kept - resolved - dismissed),
                counted.of(Counted.ACKNOWLEDGED),
                resolved,
                dismissed,
                rerouted,
                counted.of(Counted.CORRECTED),
                counted.of(Counted.REPORTED),
                counted.of(Counted.HEARD_FIRST),
                share(counted.of(Counted.ACKNOWLEDGED), kept),
                share(resolved, kept),
                Times.of(counted.under(Counted.ACKNOWLEDGED_WITHIN)),
                Times.of(counted.under(Counted.RESOLVED_WITHIN)),
                counted.under(Counted.OUTCOME),
                counted.under(Counted.SOURCE),
                counted.under(Counted.SENTIMENT),
                counted.under(Counted.PRIORITY));
    }

    /** A part of a whole, to three places; null of nothing. */
    static @Nullable Double share(long part, long whole) {
        return whole <= 0 ? null : Math.round(1_000.0 * Math.min(part, whole) / whole) / 1_000.0;
    }
}
