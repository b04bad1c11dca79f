package dev.earshot.local.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.MentionId;
import dev.earshot.emulators.sns.Delivery;
import dev.earshot.local.lambda.FunctionLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLogTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final MentionId ID = new MentionId("m_aaaaaaaaaaaaaaaaaaaaaaaaaa");

    private final TraceLog log = new TraceLog(Clock.fixed(NOON, ZoneOffset.UTC), 3);

    @Test
    void aLineThatNamesAHopIsKept() {
        log.line(line("2026-11-22T13:00:00.5+01:00", ID.value(), "queued", "version 1"));
        assertEquals(
                new TracedHop(NOON.plusMillis(500), "earshot-ingest", "queued", "version 1"),
                log.linesOf(ID).get(0).hop());
        assertEquals(0, log.linesOf(MentionId.of("a", "b")).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hop",
                "{\"hop\"",
                "{\"mdc\":{\"hop\":\"x\"}}",
                "{\"timestamp\":\"yesterday\",\"mdc\":{\"hop\":\"x\",\"mentionId\":\"m_aaaaaaaaaaaaaaaaaaaaaaaaaa\"}}",
                "{\"timestamp\":[],\"mdc\":[\"hop\"]}"
            })
    void whatOnlyLooksLikeOneIsNot(String text) {
        log.line(new FunctionLine("earshot-ingest", text));
        assertEquals(0, log.linesOf(ID).size());
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int i = 0; i < 10; i++) {
            log.line(line("2026-11-22T12:00:00Z", ID.value(), "queued", "version " + i));
            log.delivered(new Delivery("arn", "sns-1", i, Delivery.Result.WILL_RETRY, ""));
        }
        assertEquals(3, log.linesOf(ID).size());
        assertEquals("version 7", log.linesOf(ID).get(0).hop().detail());
        assertEquals(3, log.deliveriesOf("sns-1").size());
        assertEquals(NOON, log.deliveriesOf("sns-1").get(0).at());
        assertTrue(log.deliveriesOf("sns-2").isEmpty());
    }

    @Test
    void anEndlessDetailIsCut() {
        log.line(line("2026-11-22T12:00:00Z", ID.value(), "queued", "x".repeat(100_000)));
        assertEquals(500, log.linesOf(ID).get(0).hop().detail().length());
    }

    @ParameterizedTest
    @CsvSource({
        "ada.lovelace@example.com,a…@example.com",
        "https://hooks.example.com/T0/secret?token=x,https://hooks.example.com/…",
        "https://user:pass@hooks.example.com:8443/x,https://hooks.example.com:8443/…",
        "http://127.0.0.1:9000,http://127.0.0.1:9000/…",
        "arn:aws:sqs:eu-central-1:000000000000:crm,crm",
        "nonsense,…",
        "ht tp://x y,…"
    })
    void endpointsAreMasked(String endpoint, String shown) {
        assertEquals(shown, Masked.endpoint(endpoint));
    }

    private static FunctionLine line(String at, String mentionId, String hop, String message) {
        return new FunctionLine(
                "earshot-ingest",
                "{\"timestamp\":\"" + at + "\",\"message\":\"" + message + "\",\"mdc\":{\"mentionId\":\"" + mentionId
                        + "\",\"hop\":\"" + hop + "\"}}");
    }
}
