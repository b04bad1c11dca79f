package dev.earshot.inbox.metrics;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.HourlyCounts;
import dev.earshot.core.metrics.Period;
import dev.earshot.core.metrics.Review;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The use case: departments read their counts and times, council and leadership those of all. */
public final class MetricsReading {

    /** How many queries one answer may cost, which takes some seconds. */
    static final long MOST_QUERIES = 5_000;

    private final HourlyCounts counts;
    private final Supplier<List<String>> departments;
    private final Clock clock;

    /** @param departments their ids, in their order */
    public MetricsReading(HourlyCounts counts, Supplier<List<String>> departments, Clock clock) {
        this.counts = counts;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * Reviews a period.
     *
     * @param department whose counts, or those of {@code _unrouted} or {@code _noise}; null for all that the caller may
     *     read. A review of what the caller may not read, or is not there, has no departments.
     * @return empty when reading so much at once would take too long
     */
    public Optional<Review> read(Caller caller, @Nullable String department, Period period) {
        List<String> who = Stream.concat(departments.get().stream(), Stream.of(Counted.UNROUTED, Counted.NOISE))
                .filter(id -> department == null || department.equals(id))
                .filter(id -> Access.counts(caller, id))
                .toList();
        Instant now = clock.instant();
        Instant begin = Review.begin(period);
        Instant end = Review.end(period, now);
        if (counts.queries(who.size(), begin, end) > MOST_QUERIES) {
            return Optional.empty();
        }
        return Optional.of(Review.of(who, counts.read(who, begin, end), period, now));
    }
}
