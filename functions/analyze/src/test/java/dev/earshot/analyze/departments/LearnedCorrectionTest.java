package dev.earshot.analyze.departments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.KeptWeights;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.edge.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When what people taught comes into use, and what holds while it does not. */
class LearnedCorrectionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final DepartmentModel PACKAGED = LocalModels.departments();

    private final KeptWeights weights = new KeptWeights();
    private final List<String> lines = new ArrayList<>();
    private final Ticking clock = new Ticking();
    private final Metrics metrics = new Metrics("analyze", clock, lines::add);
    private final LearnedCorrection learned = new LearnedCorrection(weights, PACKAGED, metrics, clock);

    @Test
    void aNewVersionIsInUseAfterHalfAMinute() {
        assertEquals(Optional.empty(), learned.get());
        weights.write(1, correction(PACKAGED.ids(), 1), NOON);
        clock.passes(29);
        assertEquals(Optional.empty(), learned.get());
        clock.passes(1);
        assertEquals(1, inUse());
        weights.write(2, correction(PACKAGED.ids(), 2), NOON);
        clock.passes(30);
        assertEquals(2, inUse());
        assertEquals(3, weights.asked);
    }

    @Test
    void afterARestoreItIsLookedForAtOnce() {
        assertEquals(Optional.empty(), learned.get());
        weights.write(1, correction(PACKAGED.ids(), 1), NOON);
        learned.lookAgain();
        assertEquals(1, inUse());
    }

    @Test
    void whileTheTableDoesNotAnswerTheLastOneStaysAndNobodyAsksForEveryMention() {
        weights.write(1, correction(PACKAGED.ids(), 1), NOON);
        assertEquals(1, inUse());
        weights.down = true;
        clock.passes(30);
        assertEquals(1, inUse());
        assertEquals(1, inUse());
        assertEquals(2, weights.asked);
        assertTrue(counted().contains("\"WeightsUnread\":1"), counted());
        weights.down = false;
        weights.write(2, correction(PACKAGED.ids(), 2), NOON);
        clock.passes(30);
        assertEquals(2, inUse());
    }

    @Test
    void whatWasLearnedForAnotherModelOrCannotBeReadIsNotUsed() {
        weights.write(1, correction(PACKAGED.ids(), 1), NOON);
        assertEquals(1, inUse());
        weights.write(2, correction(List.of("support", "noise"), 2), NOON);
        clock.passes(30);
        assertEquals(1, inUse());
        weights.write(3, new byte[] {1, 2, 3}, NOON);
        clock.passes(30);
        assertEquals(1, inUse());
        assertTrue(counted().contains("\"WeightsUnread\":2"), counted());
        weights.write(4, correction(PACKAGED.ids(), 4), NOON);
        clock.passes(30);
        assertEquals(4, inUse());
    }

    @Test
    void theAgeOfTheWeightsIsMeasured() {
        weights.write(1, correction(PACKAGED.ids(), 1), NOON.minusSeconds(5));
        inUse();
        assertTrue(counted().contains("\"WeightsAge\":[5000]"), counted());
    }

    private String counted() {
        metrics.flush();
        return String.join("\n", lines);
    }

    /** The number that marks a correction. */
    private double inUse() {
        return learned.get().orElseThrow().weights()[0][0];
    }

    private static byte[] correction(List<String> ids, float mark) {
        float[][] numbers = new float[ids.size()][Centre.WIDTH];
        numbers[0][0] = mark;
        return new Correction(ids, numbers).toBytes();
    }

    private static final class Ticking extends Clock {

        private Instant now = NOON;

        void passes(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
