package dev.earshot.inbox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.core.access.Caller;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.HourlyCounts;
import dev.earshot.core.metrics.Period;
import dev.earshot.core.metrics.Period.Bucket;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:34:00.000Z");
    private static final Period MONTH = PeriodQuery.read(null, null, null, NOW);

    private long queries = 5_000;

    private final MetricsReading metrics = new MetricsReading(
            new HourlyCounts() {
                @Override
                public List<Hour> read(Collection<String> who, Instant from, Instant to) {
                    return who.stream()
                            .map(one -> new Hour(
                                    one,
                                    NOW.minusSeconds(12 * 60 + 3_600 * 2),
                                    new Counted(Map.of("mentions", 3L, "cases", 2L))))
                            .toList();
                }

                @Override
                public long queries(int who, Instant from, Instant to) {
                    return queries;
                }
            },
            () -> List.of("support", "leadership"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "council,         -,         support leadership _unrouted _noise",
                "leadership,      -,         support leadership _unrouted _noise",
                "listening,       -,         _unrouted _noise",
                "support,         -,         support",
                "support,         _noise,    ''",
                "support,         leadership,''",
                "nothing,         -,         ''",
                "council,         _noise,    _noise",
                "council,         unknown,   ''",
            })
    void everybodyReadsTheCountsOfTheirOwnAndLeadersThoseOfAll(String group, String department, String readable) {
        Caller caller = new Caller("1", "Ada", Set.of(group));
        assertEquals(readable, String.join(" ", ids(metrics.read(caller, department, MONTH))));
    }

    @Test
    void theTotalIsThatOfTheDepartmentsThatAreShown() {
        Caller council = new Caller("1", "Ada", Set.of("council"));
        assertEquals(
                12, metrics.read(council, null, MONTH).orElseThrow().total().mentions());
        assertEquals(
                3, metrics.read(council, "support", MONTH).orElseThrow().total().mentions());
    }

    @Test
    void whatWouldTakeTooLongIsNotRead() {
        queries = 5_001;
        assertEquals(Optional.empty(), metrics.read(new Caller("1", "Ada", Set.of("council")), null, MONTH));
    }

    @Test
    void withoutWordsAPeriodIsTheLastThirtyDaysOrTwentyFourHours() {
        assertEquals(Instant.parse("2026-10-23T12:00:00Z"), MONTH.from());
        assertEquals(Instant.parse("2026-11-22T13:00:00Z"), MONTH.to());
        assertEquals(new Period(NOW.minusSeconds(86_400), NOW, Bucket.HOUR), PeriodQuery.read(null, "", "hour", NOW));
    }

    @Test
    void aPlusSignThatNobodyEncodedIsAPlusSign() {
        assertEquals(
                Instant.parse("2026-11-20T22:00:00Z"),
                PeriodQuery.read("2026-11-21T00:00:00 02:00", null, null, NOW).from());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "yesterday,                 -,                        -,    from is a time",
                "2026-11-21,                -,                        -,    from is a time",
                "-,                         2026-13-01T00:00:00Z,     -,    to is a time",
                "+999999999-12-31T00:00:00Z,-,                        -,    from is a time of our age",
                "-999999999-01-01T00:00:00Z,-,                        -,    from is a time of our age",
                "2026-11-23T00:00:00Z,      2026-11-22T00:00:00Z,     -,    from is before to",
                "2025-01-01T00:00:00Z,      -,                        -,    at most 400 days by day",
                "2026-10-01T00:00:00Z,      -,                        hour, at most 31 days by hour",
                "-,                         -,                        week, bucket is hour or day",
            })
    void whatMakesNoSenseIsRefusedWithWhatWould(String from, String to, String bucket, String told) {
        ProblemException refused = assertThrows(ProblemException.class, () -> PeriodQuery.read(from, to, bucket, NOW));
        assertEquals(400, refused.problem().status());
        assertEquals(
                true,
                refused.problem().detail().contains(told),
                refused.problem().detail());
    }

    private static List<String> ids(Optional<Review> review) {
        return review.orElseThrow().departments().stream()
                .map(Review.Department::id)
                .toList();
    }
}
