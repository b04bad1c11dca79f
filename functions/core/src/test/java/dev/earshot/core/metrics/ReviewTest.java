package dev.earshot.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.core.metrics.HourlyCounts.Hour;
import dev.earshot.core.metrics.Period.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00.000Z");
    private static final Instant NOW = Instant.parse("2026-11-30T10:20:00.000Z");
    private static final Period NOVEMBER = new Period(FIRST, day(29), Bucket.DAY);

    @Test
    void figuresAreTheSumsOfTheirTimeAndSharesAreOfCasesThatWereNotRerouted() {
        Figures total = review(
                        hour(3, "mentions", 8, "cases", 10, "acknowledged", 6, "resolved", 4, "rerouted", 2),
                        hour(4, "cases", 1, "dismissed", 1, "acknowledged", 1, "ack:5", 3, "source:forum", 2),
                        hour(-1, "cases", 100),
                        hour(40, "cases", 100))
                .total();
        assertEquals(8, total.mentions());
        assertEquals(11, total.cases());
        assertEquals(4, total.open());
        assertEquals(0.778, total.acknowledgedShare());
        assertEquals(0.444, total.resolvedShare());
        assertEquals(Map.of("forum", 2L), total.sources());
        assertEquals(new Times(2, 2), total.timeToAcknowledge());
        assertNull(total.timeToResolve());
    }

    @Test
    void everyBucketOfThePeriodIsThereAlsoWhenItIsEmpty() {
        Review review = review(hour(3, "cases", 2));
        List<Review.Bucket> buckets = review.departments().get(0).buckets();
        assertEquals(29, buckets.size());
        assertEquals(day(3), buckets.get(3).start());
        assertEquals(2, buckets.get(3).figures().cases());
        assertEquals(0, buckets.get(4).figures().cases());
        assertNull(buckets.get(4).figures().resolvedShare());
        Period hours = new Period(day(3).plusSeconds(90), day(3).plusSeconds(7_300), Bucket.HOUR);
        assertEquals(
                List.of(day(3), day(3).plusSeconds(3_600), day(3).plusSeconds(7_200)),
                Review.of(List.of("support"), List.of(), hours, NOW).departments().get(0).buckets().stream()
                        .map(Review.Bucket::start)
                        .toList());
    }

    @Test
    void theLoopComparesTheSevenDaysBeforeAndAfterTheMedianDay() {
        List<Hour> hours = new ArrayList<>();
        for (int day = 0; day < 29; day++) {
            hours.add(hour(day, "cases", day < 10 ? 3 : 2));
        }
        hours.add(hour(9, "resolvedThen", 2));
        hours.add(hour(10, "resolvedThen", 1));
        hours.add(hour(20, "resolvedThen", 2));
        hours.add(hour(10, "resolved", 3, "dismissed", 1));
        Loop loop = review(hours.toArray(Hour[]::new)).departments().get(0).loop();
        assertEquals(new Loop(4, 3, 0.75, new Loop.Volume(day(10), 21, 14, true)), loop);
    }

    @Test
    void theLoopSaysNothingOfFewCasesOrOfDaysThatAreNotOver() {
        assertNull(volume(hour(10, "resolvedThen", 4), hour(5, "cases", 9)), "four resolved are too few");
        assertNull(volume(hour(10, "resolvedThen", 5), hour(5, "cases", 4)), "four before are too few");
        assertNull(volume(hour(22, "resolvedThen", 5), hour(20, "cases", 9)), "seven days behind it are not over");
        assertNotNull(volume(hour(21, "resolvedThen", 5), hour(20, "cases", 9)));
    }

    @Test
    void aPeriodHasBounds() {
        Instant end = FIRST.plus(Duration.ofDays(31));
        assertEquals(end, new Period(FIRST, end, Bucket.HOUR).to());
        assertThrows(IllegalArgumentException.class, () -> new Period(FIRST, end.plusSeconds(1), Bucket.HOUR));
        assertThrows(IllegalArgumentException.class, () -> new Period(FIRST, FIRST, Bucket.DAY));
        Instant far = FIRST.plus(Duration.ofDays(401));
        assertThrows(IllegalArgumentException.class, () -> new Period(FIRST, far, Bucket.DAY));
    }

    @Test
    void whatIsReadReachesSevenDaysFurtherForTheLoopButNotBeyondNow() {
        assertEquals(FIRST.minus(Duration.ofDays(7)), Review.begin(NOVEMBER));
        assertEquals(Instant.parse("2026-11-30T11:00:00.000Z"), Review.end(NOVEMBER, NOW));
        assertEquals(day(37), Review.end(NOVEMBER, NOW.plus(Duration.ofDays(99))));
        Period future = new Period(FIRST, NOW.plus(Duration.ofDays(9)), Bucket.DAY);
        assertEquals(future.to(), Review.end(future, NOW));
    }

    private static Loop.Volume volume(Hour... hours) {
        return review(hours).departments().get(0).loop().volume();
    }

    private static Review review(Hour... hours) {
        return Review.of(List.of("support"), List.of(hours), NOVEMBER, NOW);
    }

    private static Instant day(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }

    private static Hour hour(int day, Object... sums) {
        Map<String, Long> counted = new TreeMap<>();
        for (int i = 0; i < sums.length; i += 2) {
            counted.put((String) sums[i], ((Integer) sums[i + 1]).longValue());
        }
        return new Hour("support", day(day).plusSeconds(3_600), new Counted(counted));
    }
}
