package dev.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.source.Handshake;
import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceReport;
import dev.earshot.provider.Signed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests to the function show of its sources. */
class SourceHealthTest {

    private static final byte[] HELLO = "{\"data\": {\"id\": \"post-1\", \"text\": \"hello\"}}".getBytes(UTF_8);

    private static IngestBench bench;

    @BeforeAll
    static void start() {
        bench = IngestBench.open();
        bench.putSource("our-forum", "standard-webhooks", Signed.SECRET);
        bench.putParameter(
                "our-apps",
                "{\"name\": \"our-apps\", \"provider\": \"cloudevents\", \"secrets\": [\"t\"],"
                        + " \"options\": {\"allowedOrigins\": [\"apps.example.com\"]}}");
        bench.putParameter("broken", "{");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void forget() {
        bench.health.clear();
    }

    @Test
    void aDeliveryCountsWithItsMentions() {
        bench.post("our-forum", signed(HELLO), HELLO);
        SourceReport report = bench.health.reports().get("our-forum");
        assertEquals(Signed.NOON, report.lastDeliveryAt());
        assertEquals(List.of(new HourCounts(Signed.NOON, 1, 0, 1, 0)), report.hours());
    }

    @Test
    void aRefusalSaysWhyAndNothingOfWhatWasSent() {
        byte[] forged = "{\"data\": {\"text\": \"PRIVATE\"}}".getBytes(UTF_8);
        bench.post("our-forum", signed(HELLO), forged);
        SourceReport report = bench.health.reports().get("our-forum");
        assertEquals(
                "not proven: no signature in webhook-signature is valid",
                report.lastRefusal().reason());
        assertEquals(List.of(new HourCounts(Signed.NOON, 0, 1, 0, 0)), report.hours());
        byte[] malformed = "{\"data\": {\"version\": \"PRIVATE\"}}".getBytes(UTF_8);
        bench.post("our-forum", signed(malformed), malformed);
        bench.withoutQueue("our-forum", signed(HELLO), HELLO);
        byte[] large = new byte[Ingest.MAX_BODY + 1];
        bench.post("our-forum", Map.of(), large);
        SourceReport all = bench.health.reports().get("our-forum");
        assertEquals("the body is over 1 MB", all.lastRefusal().reason());
        assertEquals(4, all.hours().get(0).refusals());
        assertFalse(all.toString().contains("PRIVATE"), all.toString());
    }

    @Test
    void whatIsNotSentByPostIsNoDeliveryThatWasRefused() {
        bench.handle("GET", "our-forum", Map.of(), null, false);
        bench.handle("PUT", "our-forum", Map.of(), HELLO, false);
        assertEquals(Set.of(), bench.health.reports().keySet());
    }

    @Test
    void aHandshakeIsAnsweredOrRefusedAndNoDelivery() {
        bench.handle("OPTIONS", "our-apps", Map.of("WebHook-Request-Origin", "apps.example.com"), null, false);
        SourceReport report = bench.health.reports().get("our-apps");
        assertEquals(new Handshake(Handshake.State.ANSWERED, Signed.NOON), report.handshake());
        assertEquals(List.of(), report.hours());
        bench.handle("OPTIONS", "our-apps", Map.of("WebHook-Request-Origin", "evil.example.com"), null, false);
        SourceReport after = bench.health.reports().get("our-apps");
        assertEquals(Handshake.State.ANSWERED, after.handshake().state(), "anybody can ask");
        assertTrue(after.lastRefusal().reason().startsWith("a handshake: "), after.toString());
        assertEquals(List.of(), after.hours(), "it was no delivery");
        bench.health.clear();
        bench.handle("OPTIONS", "our-apps", Map.of("WebHook-Request-Origin", "evil.example.com"), null, false);
        assertEquals(
                Handshake.State.REFUSED,
                bench.health.reports().get("our-apps").handshake().state());
    }

    @Test
    void whatStrangersGuessLeavesNoTrace() {
        bench.post("nobody", signed(HELLO), HELLO);
        bench.post("../sources", signed(HELLO), HELLO);
        bench.postWithSecret("our-forum", "hush", signed(HELLO), HELLO);
        bench.post("broken", signed(HELLO), HELLO);
        assertEquals(Set.of(), bench.health.reports().keySet());
        assertEquals(
                List.of(
                        new RegisteredSource("broken", null, "its parameter is not JSON"),
                        new RegisteredSource("our-apps", "cloudevents", null),
                        new RegisteredSource("our-forum", "standard-webhooks", null)),
                bench.health.registered());
    }

    private static Map<String, String> signed(byte[] body) {
        return Signed.standard("msg_1", Signed.NOON.getEpochSecond(), Signed.SECRET, body);
    }
}
