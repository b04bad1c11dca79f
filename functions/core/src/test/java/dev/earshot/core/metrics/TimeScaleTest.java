package dev.earshot.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    @Test
    void quantilesOfSumsAreAtMostTenPercentOffTheTrueOnes() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(300);
            // From seconds to a year, evenly by magnitude.
            long[] millis = IntStream.range(0, size)
                    .mapToLong(i -> (long) Math.exp(7 + 17 * random.nextDouble()))
                    .sorted()
                    .toArray();
            Map<String, Long> counts = new TreeMap<>();
            Arrays.stream(millis)
                    .forEach(time ->
                            counts.merge(String.valueOf(TimeScale.step(Duration.ofMillis(time))), 1L, Long::sum));
            for (double share : new double[] {0.5, 0.9}) {
                double exact = millis[(int) Math.ceil(share * size) - 1] / 1000.0;
                Long told = TimeScale.quantile(counts, share);
                assertNotNull(told);
                assertEquals(exact, told, 0.1 * exact + 0.5, share + " of " + size);
            }
        }
    }

    @Test
    void aStepEndsAtItsPowerOfTheFactor() {
        assertEquals(0, TimeScale.step(Duration.ZERO));
        assertEquals(0, TimeScale.step(Duration.ofSeconds(1)));
        assertEquals(1, TimeScale.step(Duration.ofMillis(1_001)));
        assertEquals(1, TimeScale.step(Duration.ofMillis(1_200)));
        assertEquals(2, TimeScale.step(Duration.ofMillis(1_201)));
        assertEquals(2, TimeScale.step(Duration.ofMillis(1_440)));
    }

    @Test
    void whatTookForEverIsOnTheLastStepAndClocksThatRunBackOnTheFirst() {
        assertEquals(100, TimeScale.step(Duration.ofDays(100_000)));
        assertEquals(0, TimeScale.step(Duration.ofSeconds(-5)));
        Long told = TimeScale.quantile(Map.of("100", 1L), 0.5);
        assertTrue(told != null && told > Duration.ofDays(600).toSeconds());
    }

    @Test
    void ofNothingThereIsNoQuantile() {
        assertNull(TimeScale.quantile(Map.of(), 0.5));
    }
}
