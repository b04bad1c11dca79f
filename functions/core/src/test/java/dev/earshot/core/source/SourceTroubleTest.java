package dev.earshot.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody should look at, wherever sources are shown. */
class SourceTroubleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Handshake REFUSED = new Handshake(Handshake.State.REFUSED, NOON);

    @Test
    void aSourceThatWasNeverHeardOfIsWell() {
        assertEquals(List.of(), state(null, null, Handshake.NONE, null).troubles());
    }

    @Test
    void aRefusalCountsUntilADeliveryIsTaken() {
        assertEquals(
                List.of(new SourceTrouble(LATER, "Refused: not proven")),
                state(NOON, LATER, Handshake.NONE, null).troubles());
        assertEquals(1, state(null, NOON, Handshake.NONE, null).troubles().size());
        assertEquals(List.of(), state(LATER, NOON, Handshake.NONE, null).troubles());
    }

    @Test
    void aRefusedHandshakeCountsWhileNoneIsAnsweredAndNothingIsTaken() {
        assertEquals(
                List.of(new SourceTrouble(NOON, "A handshake was refused, and none was answered since")),
                state(null, null, REFUSED, null).troubles());
        assertEquals(List.of(), state(LATER, null, REFUSED, null).troubles());
        assertEquals(
                List.of(),
                state(null, null, new Handshake(Handshake.State.ANSWERED, NOON), null)
                        .troubles());
        assertEquals(
                List.of(new SourceTrouble(NOON, "Refused: not proven")),
                state(null, NOON, REFUSED, null).troubles(),
                "it is told once");
    }

    @Test
    void whatIsPostedToAFeedThatIsReadWellIsNoTrouble() {
        assertEquals(
                List.of(), state(null, NOON, Handshake.NONE, poll(LATER, 0)).troubles());
        assertEquals(
                List.of(
                        new SourceTrouble(NOON, "Refused: not proven"),
                        new SourceTrouble(LATER, "The last poll failed: too slow")),
                state(null, NOON, Handshake.NONE, poll(LATER, 1)).troubles());
        assertEquals(
                List.of(new SourceTrouble(LATER, "The last 4 polls failed: too slow")),
                state(null, null, Handshake.NONE, poll(LATER, 4)).troubles());
    }

    @Test
    void aTopicThatNoHubDeliversIsTold() {
        SourceState state = new SourceState(
                "feeds",
                "websub",
                "it has no secret",
                null,
                null,
                null,
                List.of(),
                Handshake.NONE,
                List.of(lease("ACTIVE"), lease("PENDING"), lease("DENIED"), lease("ENDED")),
                null);
        assertEquals(
                List.of(
                        "It is not configured as it should be: it has no secret",
                        "The hub has not confirmed the subscription to PENDING",
                        "The hub denied the subscription to DENIED",
                        "The hub's subscription to ENDED has ended"),
                state.troubles().stream().map(SourceTrouble::what).toList());
    }

    @Test
    void theJsonOfASourceSaysIt() {
        JsonNode json = EarshotJson.mapper().valueToTree(state(NOON, LATER, Handshake.NONE, null));
        assertEquals("Refused: not proven", json.at("/troubles/0/what").asText());
        assertEquals("2026-11-22T12:01:00.000Z", json.at("/troubles/0/at").asText());
        assertTrue(json.at("/hours").isArray());
    }

    private static SourceState.Lease lease(String state) {
        return new SourceState.Lease(state, state, null);
    }

    private static SourceState.Poll poll(Instant at, long failures) {
        return new SourceState.Poll(at, null, failures, failures == 0 ? null : "too slow", null);
    }

    private static SourceState state(
            @Nullable Instant delivered,
            @Nullable Instant refused,
            Handshake handshake,
            SourceState.@Nullable Poll poll) {
        String reason = refused == null ? null : "not proven";
        return new SourceState("a", "github", null, delivered, refused, reason, List.of(), handshake, List.of(), poll);
    }
}
