package dev.earshot.inbox.metrics;

import dev.earshot.core.metrics.Period;
import dev.earshot.core.metrics.Period.Bucket;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads which time a caller asks for. */
final class PeriodQuery {

    private static final Duration DAYS = Duration.ofDays(30);
    private static final Duration HOURS = Duration.ofHours(24);
    private static final int LAST_YEAR = 9_000;

    private PeriodQuery() {}

    /**
     * The period that the query asks for: the last 30 days, or 24 hours by hour, unless it says more.
     *
     * @throws ProblemException when it makes no sense
     */
    static Period read(@Nullable String from, @Nullable String to, @Nullable String bucket, Instant now) {
        Bucket cut = bucket(bucket);
        Instant end = to == null || to.isEmpty() ? now : time("to", to);
        Instant begin =
                from == null || from.isEmpty() ? end.minus(cut == Bucket.DAY ? DAYS : HOURS) : time("from", from);
        try {
            return new Period(begin, end, cut);
        } catch (IllegalArgumentException e) {
            throw refused("from is before to, and at most " + cut.mostDays() + " days by " + word(cut) + ".");
        }
    }

    private static Bucket bucket(@Nullable String bucket) {
        if (bucket == null || bucket.isEmpty()) {
            return Bucket.DAY;
        }
        return Arrays.stream(Bucket.values())
                .filter(one -> word(one).equals(bucket))
                .findFirst()
                .orElseThrow(() -> refused("bucket is hour or day."));
    }

    private static Instant time(String name, String value) {
        try {
            // A plus sign that nobody encoded arrives as a space.
            OffsetDateTime time = OffsetDateTime.parse(value.replace(' ', '+'));
            if (time.getYear() >= 0 && time.getYear() < LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw refused(name + " is a time such as 2026-11-21T00:00:00Z.");
        }
        throw refused(name + " is a time of our age.");
    }

    private static String word(Bucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(400, detail));
    }
}
