package dev.earshot.provider.cloudevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send CloudEvents, and who is told that it may. */
class CloudEventsProofTest {

    private static final CloudEvents PROVIDER = new CloudEvents();
    private static final Source SOURCE = Signed.source("cloudevents", "current", "previous");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer current", "Bearer previous", "bearer current", "BEARER   current "})
    void eitherTokenProvesWhoSendsIt(String authorization) {
        assertInstanceOf(Proof.Proven.class, verify(SOURCE, authorization, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "current",
                "Bearer",
                "Bearer ",
                "Bearercurrent",
                "Basic current",
                "Bearer Current",
                "Bearer curren",
                "Bearer currentx",
                "Bearer current previous",
                "Bearer current,Bearer current",
                "Bearer \u212Aurrent"
            })
    void anythingElseIsRefused(String authorization) {
        refused(SOURCE, authorization, Map.of());
    }

    @Test
    void theQueryProvesToo() {
        assertInstanceOf(Proof.Proven.class, verify(SOURCE, "", Map.of("access_token", "previous")));
        refused(SOURCE, "", Map.of("access_token", "other"));
        refused(SOURCE, "", Map.of("access_token", ""));
        refused(SOURCE, "", Map.of("token", "current"));
        refused(SOURCE, "Bearer current", Map.of("access_token", "current"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer   ", "Bearer null"})
    void noSecretAndAnEmptyOneProveNothing(String authorization) {
        for (Source source : List.of(
                Signed.source("cloudevents"), Signed.source("cloudevents", ""), Signed.source("cloudevents", "  "))) {
            refused(source, authorization, Map.of());
            refused(source, "", Map.of("access_token", ""));
            refused(source, "", Map.of("access_token", "  "));
        }
    }

    @Test
    void aRefusalTellsNoToken() {
        String reason = ((Proof.Refused) verify(SOURCE, "Bearer guess", Map.of())).reason();
        assertFalse(reason.contains("guess") || reason.contains("current"), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"a.example.com\", \"b.example.com\"]', b.example.com, b.example.com",
        "'[\"a.example.com\"]', A.EXAMPLE.com, A.EXAMPLE.com",
        "'\"*\"', anybody.example.com, *",
        "'[\"*\"]', anybody.example.com, *"
    })
    void anAllowedOriginIsToldThatItMayDeliver(String allowed, String origin, String answered) {
        HookAnswer.Handshake consent = assertInstanceOf(
                HookAnswer.Handshake.class, handshake(allowed, origin, "120").orElseThrow());
        assertEquals(200, consent.status());
        assertEquals(
                Map.of("WebHook-Allowed-Origin", answered, "WebHook-Allowed-Rate", "120", "Allow", "POST"),
                consent.headers());
    }

    @Test
    void whoAsksForNoRateGetsAny() {
        HookAnswer.Handshake consent =
                (HookAnswer.Handshake) handshake("\"*\"", "a.example.com", "").orElseThrow();
        assertEquals("*", consent.headers().get("WebHook-Allowed-Rate"));
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"a.example.com\"]', b.example.com",
        "'[\"a.example.com\"]', a.example.com.evil.com",
        "'[\"a.example.com\"]', 'a.example.com,b'",
        "'[]', a.example.com",
        "'null', a.example.com",
        "'\"a.example.com\"', a.example.com",
        "'{\"x\": \"a.example.com\"}', b.example.com",
        "'5', a.example.com",
        "'[5, null, [\"a.example.com\"]]', a.example.com",
        "'\"*\"', 'not a name'",
        "'\"*\"', '<script>'"
    })
    void anyOtherIsToldNothing(String allowed, String origin) {
        assertInstanceOf(
                HookAnswer.Forbidden.class, handshake(allowed, origin, "120").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "*", "many", "012", "9999999999", "1\u0660"})
    void aRateThatIsNoneIsMalformed(String rate) {
        assertInstanceOf(
                HookAnswer.Malformed.class,
                handshake("\"*\"", "a.example.com", rate).orElseThrow());
    }

    @Test
    void whatAsksForNothingIsNoHandshake() {
        assertTrue(handshake("\"*\"", "", "120").isEmpty());
        Hook post = new Hook("POST", "s", "", Map.of("webhook-request-origin", "a"), Map.of(), new byte[0]);
        assertTrue(PROVIDER.handshake(post, SOURCE, Signed.NOON).isEmpty());
    }

    private static Optional<HookAnswer> handshake(String allowed, String origin, String rate) {
        try {
            Source source = new Source(
                    "s",
                    "cloudevents",
                    List.of(),
                    EarshotJson.mapper().readTree("{\"allowedOrigins\": " + allowed + "}"));
            Map<String, String> headers = Map.of("webhook-request-origin", origin, "webhook-request-rate", rate);
            return PROVIDER.handshake(
                    new Hook("OPTIONS", "s", "", headers, Map.of(), new byte[0]), source, Signed.NOON);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Source source, String authorization, Map<String, String> query) {
        assertInstanceOf(Proof.Refused.class, verify(source, authorization, query));
    }

    private static Proof verify(Source source, String authorization, Map<String, String> query) {
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", authorization);
        return PROVIDER.verify(new Hook("POST", "s", "", headers, query, new byte[0]), source, Signed.NOON);
    }
}
