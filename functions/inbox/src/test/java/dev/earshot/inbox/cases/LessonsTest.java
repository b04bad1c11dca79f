package dev.earshot.inbox.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.Metrics;
import dev.earshot.inbox.measure.RequestMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How corrections leave the inbox. */
class LessonsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final List<Corrected> BOTH = List.of(corrected("support", false), corrected("people", true));

    private final List<String> lines = new ArrayList<>();
    private final RequestMetrics metrics =
            new RequestMetrics(new Metrics("inbox", Clock.fixed(NOON, ZoneOffset.UTC), lines::add));

    @Test
    void eachIsOneMessage() {
        List<Decoded<Corrected>> queued = new ArrayList<>();
        new Lessons(
                        bodies -> {
                            bodies.values().forEach(body -> queued.add(QueueForms.readLesson(body)));
                            return Set.of();
                        },
                        metrics)
                .accept(BOTH);
        assertEquals(List.of(new Decoded.Read<>(BOTH.get(0)), new Decoded.Read<>(BOTH.get(1))), queued);
        assertTrue(counted().contains("\"Corrections\":2"), counted());
    }

    @Test
    void whatTheQueueDoesNotTakeIsCountedAndFailsNoStep() {
        new Lessons(bodies -> Set.of("people"), metrics).accept(BOTH);
        assertTrue(counted().contains("\"LessonsLost\":1") && counted().contains("\"Corrections\":1"), counted());
    }

    private String counted() {
        metrics.answered(200, Duration.ZERO);
        return lines.get(0);
    }

    private static Corrected corrected(String department, boolean belongs) {
        return new Corrected(
                MentionId.of("our-forum", "post-1"),
                department,
                belongs,
                MentionId.fingerprint("person\nsam"),
                NOON);
    }
}
