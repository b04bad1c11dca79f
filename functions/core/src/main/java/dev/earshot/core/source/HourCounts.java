package dev.earshot.core.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What came from a source within one hour.
 *
 * @param hour when it began, UTC
 * @param deliveries proven and queued, however many mentions each had
 * @param refusals answered otherwise
 * @param mentions what the deliveries said
 * @param ignored events of theirs that are no mentions, or not listened to
 */
public record HourCounts(Instant hour, long deliveries, long refusals, long mentions, long ignored) {

    public HourCounts {
        hour = hour.truncatedTo(ChronoUnit.HOURS);
        if (deliveries < 0 || refusals < 0 || mentions < 0 || ignored < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** An hour in which nothing came. */
    public static HourCounts none(Instant at) {
        return new HourCounts(at, 0, 0, 0, 0);
    }

    /** Both together, in this one's hour. */
    public HourCounts plus(HourCounts other) {
        return new HourCounts(
                hour,
                deliveries + other.deliveries,
                refusals + other.refusals,
                mentions + other.mentions,
                ignored + other.ignored);
    }
}
