package dev.earshot.core.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Sums by name. Of mentions: {@code mentions}, {@code cases}, {@code reported}, {@code source:our-forum}, {@code
 * priority:HIGH}, {@code sentiment:none}. Of work, counted where the case is: {@code acknowledged}, {@code resolved},
 * {@code dismissed}, {@code rerouted}, {@code corrected}, {@code reported} of what was public already, {@code
 * outcome:FIXED}, {@code ack:12} and {@code resolve:12} (steps of {@link TimeScale}); where it was done: {@code
 * resolvedThen}.
 */
public record Counted(Map<String, Long> sums) {

    /** Who stands for the mentions that nothing speaks for. */
    public static final String UNROUTED = "_unrouted";

    /** Who stands for the mentions that concern nobody, for a reason. */
    public static final String NOISE = "_noise";

    public static final String MENTIONS = "mentions";
    public static final String CASES = "cases";

    /** Mentions that employees told of. */
    public static final String REPORTED = "reported";

    /** Those of them that had come from nowhere else before. */
    public static final String HEARD_FIRST = "heardFirst";

    public static final String SOURCE = "source:";
    public static final String PRIORITY = "priority:";
    public static final String SENTIMENT = "sentiment:";

    /** The sentiment of what has none. */
    public static final String NO_SENTIMENT = "none";

    /** How often a person moved a mention to where it should have come. */
    public static final String CORRECTED = "corrected";

    static final String ACKNOWLEDGED = "acknowledged";
    static final String RESOLVED = "resolved";
    static final String DISMISSED = "dismissed";
    static final String REROUTED = "rerouted";
    static final String RESOLVED_THEN = "resolvedThen";
    static final String OUTCOME = "outcome:";
    static final String ACKNOWLEDGED_WITHIN = "ack:";
    static final String RESOLVED_WITHIN = "resolve:";

    /** Nothing yet. */
    public static final Counted NOTHING = new Counted(Map.of());

    public Counted {
        sums = Map.copyOf(sums);
    }

    /** Both together. */
    public Counted plus(Counted other) {
        Map<String, Long> both = new TreeMap<>(sums);
        other.sums.forEach((name, more) -> both.merge(name, more, Long::sum));
        return new Counted(both);
    }

    /** How many of this name; never below 0. */
    public long of(String name) {
        return Math.max(0, sums.getOrDefault(name, 0L));
    }

    /** What is counted under names with this prefix, by the rest of the name; without what is 0. */
    public Map<String, Long> under(String prefix) {
        Map<String, Long> under = new TreeMap<>();
        sums.forEach((name, sum) -> {
            if (name.startsWith(prefix) && sum > 0) {
                under.put(name.substring(prefix.length()), sum);
            }
        });
        return under;
    }
}
