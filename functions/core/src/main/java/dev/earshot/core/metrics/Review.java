package dev.earshot.core.metrics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.core.metrics.HourlyCounts.Hour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts and times of a period, as the API tells them.
 *
 * @param from the beginning of an hour
 * @param to until before then
 * @param bucket {@code hour} or {@code day}
 * @param total of all departments that are in the list
 * @param departments in the asked order; {@code _unrouted} and {@code _noise} stand for the mentions without department
 */
public record Review(Instant from, Instant to, String bucket, Figures total, List<Department> departments) {

    public Review {
        departments = List.copyOf(departments);
    }

    /**
     * One department's part.
     *
     * @param buckets every bucket of the period, oldest first, also empty ones
     */
    public record Department(String id, Figures total, Loop loop, List<Bucket> buckets) {
        public Department {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * A part of the time.
     *
     * @param start when it began, UTC
     */
    public record Bucket(Instant start, @JsonUnwrapped Figures figures) {}

    /** What to read for a period: the loop looks as far before and behind it. */
    public static Instant begin(Period period) {
        return Period.Bucket.DAY.start(period.from()).minus(Duration.ofDays(Loop.DAYS));
    }

    /** Until when to read for a period; nothing was counted behind now. */
    public static Instant end(Period period, Instant now) {
        Instant end = period.to().plus(Duration.ofDays(Loop.DAYS + 1L));
        Instant hour = Work.hour(now).plus(Duration.ofHours(1));
        return end.isBefore(hour) ? end : hour.isAfter(period.to()) ? hour : period.to();
    }

    /** The review of what was counted, from {@link #begin} to {@link #end}. */
    public static Review of(List<String> who, List<Hour> hours, Period period, Instant now) {
        List<Department> departments = new ArrayList<>();
        Counted all = Counted.NOTHING;
        for (String one : who) {
            List<Hour> own =
                    hours.stream().filter(hour -> hour.who().equals(one)).toList();
            NavigableMap<Instant, Counted> buckets = cut(within(own, period), period.bucket());
            Counted sum = buckets.values().stream().reduce(Counted.NOTHING, Counted::plus);
            Figures total = Figures.of(sum);
            Loop loop = Loop.of(total, cut(own, Period.Bucket.DAY), period, now);
            departments.add(new Department(one, total, loop, all(buckets, period)));
            all = all.plus(sum);
        }
        String bucket = period.bucket().name().toLowerCase(Locale.ROOT);
        return new Review(period.from(), period.to(), bucket, Figures.of(all), departments);
    }

    private static List<Hour> within(List<Hour> hours, Period period) {
        return hours.stream()
                .filter(hour ->
                        !hour.hour().isBefore(period.from()) && hour.hour().isBefore(period.to()))
                .toList();
    }

    private static NavigableMap<Instant, Counted> cut(List<Hour> hours, Period.Bucket bucket) {
        NavigableMap<Instant, Counted> cut = new TreeMap<>();
        hours.forEach(hour -> cut.merge(bucket.start(hour.hour()), hour.counted(), Counted::plus));
        return cut;
    }

    private static List<Bucket> all(NavigableMap<Instant, Counted> cut, Period period) {
        List<Bucket> all = new ArrayList<>();
        Period.Bucket bucket = period.bucket();
        for (Instant at = bucket.start(period.from()); at.isBefore(period.to()); at = bucket.next(at)) {
            all.add(new Bucket(at, Figures.of(cut.getOrDefault(at, Counted.NOTHING))));
        }
        return all;
    }
}
