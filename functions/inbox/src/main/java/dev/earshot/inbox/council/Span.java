package dev.earshot.inbox.council;

import dev.earshot.core.metrics.Period;
import dev.earshot.core.metrics.Period.Bucket;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which days (UTC) the page is about, and whose.
 *
 * @param from the first day
 * @param to the last day; not behind today
 * @param department empty for all
 */
record Span(LocalDate from, LocalDate to, Optional<String> department) {

    private static final int USUAL = 30;

    /** What an address asks for; what makes no sense there is left out, and the page says which days it shows. */
    static Span read(@Nullable String from, @Nullable String to, @Nullable String department, LocalDate today) {
        LocalDate last = day(to).filter(day -> !day.isAfter(today)).orElse(today);
        LocalDate first = day(from).filter(day -> !day.isAfter(last)).orElse(last.minusDays(USUAL - 1L));
        LocalDate earliest = last.minusDays(Bucket.DAY.mostDays() - 1L);
        return new Span(
                first.isBefore(earliest) ? earliest : first,
                last,
                Optional.ofNullable(department).filter(id -> !id.isEmpty()));
    }

    Period period() {
        return new Period(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                Bucket.DAY);
    }

    /** How many days there are. */
    long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    /** The same department's days up to today. */
    Span last(int days, LocalDate today) {
        return new Span(today.minusDays(days - 1L), today, department);
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        try {
            return value == null || value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() > 0 && day.getYear() < 9_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
