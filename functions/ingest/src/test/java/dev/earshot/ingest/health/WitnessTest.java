package dev.earshot.ingest.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.source.Handshake;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.SourceReport;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What handshakes show: WebSub hubs agree on leases in them. */
class WitnessTest {

    private static final String TOPIC = "https://www.youtube.com/xml/feeds/videos.xml?channel_id=UC1";
    private static final HookAnswer YES = new HookAnswer.Handshake(200, Map.of(), "challenge");

    @Test
    void aHubThatIsAnsweredHasALease() {
        SourceReport report = handshake("subscribe", TOPIC, "432000", YES);
        assertEquals(new Handshake(Handshake.State.ANSWERED, Signed.NOON), report.handshake());
        assertEquals(List.of(new HubDecision(TOPIC, Signed.NOON.plus(Duration.ofDays(5)))), report.leases());
    }

    @Test
    void aHubThatIsRefusedHasNone() {
        HookAnswer no = new HookAnswer.Handshake(404, Map.of(), "");
        SourceReport report = handshake("subscribe", TOPIC, "432000", no);
        assertEquals(Handshake.State.REFUSED, report.handshake().state());
        assertEquals("a handshake: answered 404", report.lastRefusal().reason());
        assertEquals(List.of(), report.leases());
    }

    @Test
    void noLeaseIsBelievedForLongerThanIsAskedFor() {
        assertEquals(
                Signed.NOON.plus(Duration.ofDays(10)),
                handshake("subscribe", TOPIC, "999999999", YES).leases().get(0).until());
    }

    @Test
    void aHubThatDeniesIsTold() {
        assertEquals(
                List.of(new HubDecision(TOPIC, null)),
                handshake("denied", TOPIC, "", YES).leases());
    }

    @ParameterizedTest
    @CsvSource({
        "unsubscribe, https://a.example/feed, 60",
        "subscribe,   '',                     60",
        "subscribe,   https://a.example/feed, ''",
        "subscribe,   https://a.example/feed, -60",
        "subscribe,   https://a.example/feed, 1e9",
        "subscribe,   https://a.example/feed, 99999999999999999999"
    })
    void whatIsNoSubscriptionIsNoLease(String mode, String topic, String seconds) {
        assertEquals(List.of(), handshake(mode, topic, seconds, YES).leases());
    }

    @Test
    void aTopicWithoutEndIsNoTopic() {
        assertEquals(
                List.of(),
                handshake("subscribe", "https://a.example/" + "x".repeat(5_000), "60", YES)
                        .leases());
    }

    private static SourceReport handshake(String mode, String topic, String seconds, HookAnswer answer) {
        Map<String, String> query = new HashMap<>();
        query.put("hub.mode", mode);
        query.put("hub.topic", topic);
        query.put("hub.lease_seconds", seconds);
        Hook hook = new Hook("GET", "feeds", "", Map.of(), query, new byte[0]);
        return Witness.handshake(hook, answer, Signed.NOON);
    }
}
