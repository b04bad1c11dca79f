package dev.earshot.inbox.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that somebody asks about, at most {@link #LONGEST} long.
 *
 * @param from the first moment
 * @param to the moment behind the last
 */
public record AuditPeriod(Instant from, Instant to) {

    /** What is asked for at once at most: longer than entries are kept unless somebody says otherwise. */
    public static final Duration LONGEST = Duration.ofDays(1_100);

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 40;

    /**
     * The period of a query; empty when it makes no sense.
     *
     * @param from a time (RFC 3339) or a day (UTC); null or blank for 30 days before the end
     * @param to a time, or a day to its end; null or blank for now
     */
    static Optional<AuditPeriod> read(@Nullable String from, @Nullable String to, Instant now) {
        try {
            Instant end = isBlank(to) ? now.plusMillis(1) : moment(to, 1);
            Instant begin = isBlank(from) ? end.minus(USUAL) : moment(from, 0);
            boolean sane = begin.isBefore(end)
                    && !begin.isBefore(OLDEST)
                    && end.isBefore(LAST)
                    && Duration.between(begin, end).compareTo(LONGEST) <= 0;
            return sane ? Optional.of(new AuditPeriod(begin, end)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Instant moment(@Nullable String text, int daysLater) {
        String given = String.valueOf(text).strip();
        if (given.length() > LONGEST_TEXT) {
            throw new DateTimeException("too long for a time");
        }
        return given.contains("T")
                ? Instant.parse(given)
                : LocalDate.parse(given)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }
}
