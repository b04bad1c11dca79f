package dev.earshot.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what was seen of a source adds up. */
class SourceReportTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void laterOnTopOfEarlierKeepsTheLastOfEachAndAddsTheCounts() {
        SourceReport all = SourceReport.delivery(NOON, 2, 1)
                .plus(SourceReport.refusal(new Refusal(NOON.plusSeconds(1), "first")))
                .plus(SourceReport.refusal(new Refusal(NOON.plusSeconds(2), "second")))
                .plus(SourceReport.delivery(NOON.plusSeconds(3), 1, 0));
        assertEquals(NOON.plusSeconds(3), all.lastDeliveryAt());
        assertEquals(new Refusal(NOON.plusSeconds(2), "second"), all.lastRefusal());
        assertEquals(List.of(new HourCounts(NOON, 2, 2, 3, 1)), all.hours());
    }

    @Test
    void ofATopicTheLaterLeaseCountsAndOfTooManyNotAllAreKept() {
        Handshake handshake = new Handshake(Handshake.State.ANSWERED, NOON);
        SourceReport all = SourceReport.handshake(handshake, List.of(new HubDecision("t", NOON)))
                .plus(SourceReport.handshake(handshake, List.of(new HubDecision("t", NOON.plusSeconds(1)))));
        assertEquals(List.of(new HubDecision("t", NOON.plusSeconds(1))), all.leases());
        for (int i = 0; i < 100; i++) {
            all = all.plus(SourceReport.handshake(handshake, List.of(new HubDecision("t" + i, NOON))))
                    .plus(SourceReport.delivery(NOON.plus(Duration.ofHours(i)), 1, 0));
        }
        assertEquals(50, all.leases().size());
        assertEquals(24, all.hours().size());
        assertEquals(NOON.plus(Duration.ofHours(99)), all.hours().get(23).hour());
    }

    @Test
    void whatStrangersCanAskForTakesNothingBackThatWasAgreedOn() {
        Handshake answered = new Handshake(Handshake.State.ANSWERED, NOON);
        SourceReport agreed = SourceReport.handshake(answered, List.of(new HubDecision("t", NOON)));
        SourceReport denied = SourceReport.handshake(answered, List.of(new HubDecision("t", null)));
        assertEquals(agreed.leases(), agreed.plus(denied).leases());
        assertEquals(agreed.leases(), denied.plus(agreed).leases());
        Refusal refusal = new Refusal(NOON.plusSeconds(1), "a handshake: no");
        SourceReport all = agreed.plus(SourceReport.refusedHandshake(refusal));
        assertEquals(answered, all.handshake());
        assertEquals(refusal, all.lastRefusal());
        assertEquals(
                answered, SourceReport.refusedHandshake(refusal).plus(agreed).handshake());
    }

    @Test
    void reasonsAreOneShortLine() {
        assertEquals("a b", new Refusal(NOON, "a\n\u0007b").reason());
        assertEquals(200, new Refusal(NOON, "x".repeat(10_000)).reason().length());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HourCounts(NOON, -1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Handshake(Handshake.State.ANSWERED, null));
        assertThrows(IllegalArgumentException.class, () -> new Handshake(Handshake.State.NONE, NOON));
        assertThrows(IllegalArgumentException.class, () -> new HubDecision(" ", NOON));
    }
}
