package dev.earshot.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Which time is asked for, and how it is cut.
 *
 * @param from rounded down to an hour
 * @param to until before then; rounded up to an hour
 */
public record Period(Instant from, Instant to, Bucket bucket) {

    /** How time is cut, in UTC. */
    public enum Bucket {
        HOUR(ChronoUnit.HOURS, 31),
        DAY(ChronoUnit.DAYS, 400);

        private final ChronoUnit unit;
        private final int longest;

        Bucket(ChronoUnit unit, int longest) {
            this.unit = unit;
            this.longest = longest;
        }

        /** The most days that can be asked for at once. */
        public int mostDays() {
            return longest;
        }

        /** When the bucket began in which a time is. */
        public Instant start(Instant at) {
            return at.atZone(ZoneOffset.UTC).truncatedTo(unit).toInstant();
        }

        Instant next(Instant start) {
            return start.plus(1, unit);
        }
    }

    public Period {
        from = Work.hour(from);
        Instant hour = Work.hour(to);
        to = hour.equals(to) ? to : hour.plus(1, ChronoUnit.HOURS);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
        if (Duration.between(from, to).compareTo(Duration.ofDays(bucket.longest)) > 0) {
            throw new IllegalArgumentException("a period is too long for its buckets");
        }
    }
}
