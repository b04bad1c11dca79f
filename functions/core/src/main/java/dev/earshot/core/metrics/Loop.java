package dev.earshot.core.metrics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether listening led to something.
 *
 * @param closed cases of the period that were resolved or dismissed
 * @param withOutcome those of them that have an outcome, which are the resolved ones
 * @param score {@code withOutcome / closed}, 0 to 1; null of none
 * @param volume what became of the volume; null while there is not enough to tell
 */
public record Loop(long closed, long withOutcome, @Nullable Double score, @Nullable Volume volume) {

    /** How many days before and after are compared. */
    public static final int DAYS = 7;

    /** The fewest resolved cases, and the fewest cases before, that tell anything. */
    public static final int FEWEST = 5;

    /**
     * The cases opened in the 7 days before and after the median day: the day by which half of what was resolved in the
     * period had been. That day itself is in neither.
     *
     * @param around that day's beginning, UTC
     * @param fell whether there were fewer afterwards
     */
    public record Volume(Instant around, long before, long after, boolean fell) {}

    /**
     * The loop of a department.
     *
     * @param days what was counted by day, from 7 days before the period to 7 days behind it
     * @param now days that are not over yet tell nothing
     */
    static Loop of(Figures total, NavigableMap<Instant, Counted> days, Period period, Instant now) {
        long closed = total.resolved() + total.dismissed();
        return new Loop(closed, total.resolved(), Figures.share(total.resolved(), closed), volume(days, period, now));
    }

    private static @Nullable Volume volume(NavigableMap<Instant, Counted> days, Period period, Instant now) {
        Instant around = median(days.subMap(Period.Bucket.DAY.start(period.from()), true, period.to(), false));
        if (around == null || after(around, DAYS + 1).isAfter(now)) {
            return null;
        }
        long before = cases(days, after(around, -DAYS), around);
        long after = cases(days, after(around, 1), after(around, DAYS + 1));
        return before < FEWEST ? null : new Volume(around, before, after, after < before);
    }

    private static @Nullable Instant median(NavigableMap<Instant, Counted> days) {
        long resolved = days.values().stream()
                .mapToLong(day -> day.of(Counted.RESOLVED_THEN))
                .sum();
        if (resolved < FEWEST) {
            return null;
        }
        long passed = 0;
        for (var day : days.entrySet()) {
            passed += day.getValue().of(Counted.RESOLVED_THEN);
            if (2 * passed >= resolved) {
                return day.getKey();
            }
        }
        return null;
    }

    private static long cases(NavigableMap<Instant, Counted> days, Instant from, Instant to) {
        return days.subMap(from, true, to, false).values().stream()
                .mapToLong(day -> day.of(Counted.CASES))
                .sum();
    }

    private static Instant after(Instant day, int days) {
        return day.plus(days, ChronoUnit.DAYS);
    }
}
