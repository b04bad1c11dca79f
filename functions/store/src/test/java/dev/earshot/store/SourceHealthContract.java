package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.mention.Mention;
import dev.earshot.core.source.Handshake;
import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.Refusal;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceReport;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.TopicLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table remembers of sources. */
abstract class SourceHealthContract {

    private static final Instant NOON = Said.NOON;
    private static final RegisteredSource FORUM = new RegisteredSource("our-forum", "discourse", null);
    private static final RegisteredSource FEEDS = new RegisteredSource("feeds", "websub", null);

    private TestTable table;
    private DynamoSourceHealth health;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        health = new DynamoSourceHealth(client(), table.settings.name());
    }

    @Test
    void aSourceThatWasNeverHeardOfIsShownWithoutAnything() {
        health.register(List.of(FORUM), NOON);
        SourceState silent = health.all(NOON).get(0);
        assertEquals("our-forum", silent.name());
        assertEquals("discourse", silent.provider());
        assertNull(silent.lastDeliveryAt());
        assertNull(silent.lastRefusalAt());
        assertNull(silent.poll());
        assertEquals(Handshake.NONE, silent.handshake());
        assertEquals(List.of(), silent.leases());
        assertEquals(24, silent.hours().size());
        assertEquals(HourCounts.none(NOON), silent.hours().get(0));
        assertEquals(
                HourCounts.none(NOON.minus(Duration.ofHours(23))),
                silent.hours().get(23));
    }

    @Test
    void whatSeveralProcessesSawAddsUpAndOfTheLastTimesOnlyThoseThatTheyHaveAreReplaced() {
        health.register(List.of(FORUM), NOON);
        health.add("our-forum", SourceReport.delivery(NOON, 2, 1));
        health.add("our-forum", SourceReport.refusal(new Refusal(NOON.plusSeconds(1), "no signature is valid")));
        health.add(
                "our-forum",
                SourceReport.delivery(NOON.plusSeconds(2), 3, 0)
                        .plus(SourceReport.delivery(NOON.plus(Duration.ofHours(1)), 1, 1)));
        SourceState state = health.all(NOON.plus(Duration.ofHours(1))).get(0);
        assertEquals(NOON.plus(Duration.ofHours(1)), state.lastDeliveryAt());
        assertEquals(NOON.plusSeconds(1), state.lastRefusalAt());
        assertEquals("no signature is valid", state.lastRefusal());
        assertEquals(
                new HourCounts(NOON.plus(Duration.ofHours(1)), 1, 0, 1, 1),
                state.hours().get(0));
        assertEquals(new HourCounts(NOON, 2, 1, 5, 1), state.hours().get(1));
    }

    @Test
    void hoursGoAfterEightDaysAndAreShownForOne() {
        health.register(List.of(FORUM), NOON);
        health.add("our-forum", SourceReport.delivery(NOON, 1, 0));
        Map<String, AttributeValue> hour = table.scan().stream()
                .filter(item -> item.get("sk").s().startsWith("HOUR#"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Long.toString(NOON.plus(Duration.ofDays(8)).getEpochSecond()),
                hour.get("expiresAt").n());
        List<HourCounts> dayLater =
                health.all(NOON.plus(Duration.ofDays(1))).get(0).hours();
        assertEquals(0, dayLater.stream().mapToLong(HourCounts::deliveries).sum());
    }

    @Test
    void aHandshakeShowsHowItWasAnsweredAndTheLeasesThatItBrought() {
        health.register(List.of(FEEDS), NOON);
        health.add("feeds", SourceReport.handshake(new Handshake(Handshake.State.REFUSED, NOON), List.of()));
        Instant until = NOON.plus(Duration.ofDays(5));
        Handshake answered = new Handshake(Handshake.State.ANSWERED, NOON.plusSeconds(1));
        health.add(
                "feeds", SourceReport.handshake(answered, List.of(new HubDecision("https://a.example/feed", until))));
        SourceState state = health.all(NOON).get(0);
        assertEquals(answered, state.handshake());
        assertEquals(List.of(new SourceState.Lease("https://a.example/feed", "ACTIVE", until)), state.leases());
        assertEquals("ENDED", health.all(until).get(0).leases().get(0).state());
        Refusal stranger = new Refusal(NOON.plusSeconds(2), "a handshake: not proven");
        health.add("feeds", SourceReport.refusedHandshake(stranger));
        assertEquals(answered, health.all(NOON).get(0).handshake());
        assertEquals(stranger.reason(), health.all(NOON).get(0).lastRefusal());
    }

    @Test
    void aHubsDenialIsBelievedOnlyWhileItIsWaitedFor() {
        health.register(List.of(FEEDS), NOON);
        DynamoLeases leases = new DynamoLeases(client(), table.settings.name());
        String topic = "https://a.example/feed";
        Handshake answered = new Handshake(Handshake.State.ANSWERED, NOON);
        SourceReport denied = SourceReport.handshake(answered, List.of(new HubDecision(topic, null)));
        health.add("feeds", denied);
        assertEquals(List.of(), health.all(NOON).get(0).leases(), "nobody was asked");
        leases.asked("feeds", new TopicLease(topic, null, NOON, null, TopicLease.State.PENDING, null));
        health.add("feeds", denied);
        assertEquals(
                List.of(new SourceState.Lease(topic, "DENIED", null)),
                health.all(NOON).get(0).leases());
        Instant until = NOON.plus(Duration.ofDays(5));
        health.add("feeds", SourceReport.handshake(answered, List.of(new HubDecision(topic, until))));
        health.add("feeds", denied);
        assertEquals(
                List.of(new SourceState.Lease(topic, "ACTIVE", until)),
                health.all(NOON).get(0).leases());
    }

    @Test
    void aLeaseThatIsAgreedOnKeepsWhatThePollerWroteOfIt() {
        health.register(List.of(FEEDS), NOON);
        // printf https://a.example/feed | sha256sum | cut -c1-16
        Map<String, AttributeValue> asked = item("SOURCE#feeds", "LEASE#f4dd3bc9a6869233");
        asked.put("topic", AttributeValue.fromS("https://a.example/feed"));
        asked.put("hub", AttributeValue.fromS("https://hub.example/"));
        asked.put("state", AttributeValue.fromS("PENDING"));
        put(asked);
        assertEquals(
                List.of(new SourceState.Lease("https://a.example/feed", "PENDING", null)),
                health.all(NOON).get(0).leases());
        HubDecision agreed = new HubDecision("https://a.example/feed", NOON.plusSeconds(60));
        health.add("feeds", SourceReport.handshake(new Handshake(Handshake.State.ANSWERED, NOON), List.of(agreed)));
        Map<String, AttributeValue> active = table.scan().stream()
                .filter(item -> item.get("sk").s().startsWith("LEASE#"))
                .findFirst()
                .orElseThrow();
        assertEquals("https://hub.example/", active.get("hub").s());
        assertEquals(
                List.of(new SourceState.Lease("https://a.example/feed", "ACTIVE", NOON.plusSeconds(60))),
                health.all(NOON).get(0).leases());
    }

    @Test
    void whatThePollerDidIsShown() {
        health.register(List.of(FEEDS), NOON);
        Map<String, AttributeValue> feed = item("SOURCE#feeds", "FEED");
        feed.put("lastPolledAt", AttributeValue.fromS("2026-11-22T11:00:00.000Z"));
        feed.put("failures", AttributeValue.fromN("3"));
        feed.put("lastError", AttributeValue.fromS("it did not answer within 10 s"));
        feed.put("etag", AttributeValue.fromS("\"x\""));
        put(feed);
        assertEquals(
                new SourceState.Poll(
                        Instant.parse("2026-11-22T11:00:00Z"), null, 3, "it did not answer within 10 s", null),
                health.all(NOON).get(0).poll());
    }

    @Test
    void theRegisterNamesExactlyTheConfiguredSourcesAndWritesOnlyWhatChanged() {
        health.register(List.of(FORUM, FEEDS), NOON);
        RegisteredSource broken = new RegisteredSource("feeds", null, "its parameter is not JSON");
        RegisteredSource added = new RegisteredSource("a-repo", "github", null);
        health.register(List.of(FORUM, broken, added), NOON.plusSeconds(60));
        List<SourceState> all = health.all(NOON);
        assertEquals(
                List.of("a-repo", "feeds", "our-forum"),
                all.stream().map(SourceState::name).toList());
        assertNull(all.get(1).provider());
        assertEquals("its parameter is not JSON", all.get(1).problem());
        health.register(List.of(FORUM), NOON.plusSeconds(120));
        assertEquals(1, health.all(NOON).size());
        assertEquals(
                "2026-11-21T12:00:00.123Z", table.scan().get(0).get("seenAt").s(), "it did not change");
    }

    private static Map<String, AttributeValue> item(String pk, String sk) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", AttributeValue.fromS(pk));
        item.put("sk", AttributeValue.fromS(sk));
        return item;
    }

    private void put(Map<String, AttributeValue> item) {
        client().putItem(p -> p.tableName(table.settings.name()).item(item));
    }

    @Test
    void whatASourceHeardGoesWithItsCasesWhenTheSourceSaysSoButNeverLaterThanAllElse() {
        health.register(
                List.of(
                        new RegisteredSource("our-forum", "discourse", null, 7),
                        new RegisteredSource("slow", "discourse", null, 400),
                        new RegisteredSource("usual", "discourse", null)),
                NOON);
        TableSettings settings = new TableSettings(
                table.settings.name(),
                4,
                2,
                Duration.ofDays(30),
                new RegisteredRetention(client(), table.settings.name(), Clock.fixed(NOON, ZoneOffset.UTC)));
        for (String source : List.of("our-forum", "slow", "usual", "unknown")) {
            Mention mention =
                    Mention.of(source, "discourse", "p-1").text("It broke.").heard(NOON);
            new DynamoMentionStore(client(), settings)
                    .write(Said.change(null, Said.analyzed(mention), Said.routed("support")));
            Duration kept = source.equals("our-forum") ? Duration.ofDays(7) : Duration.ofDays(30);
            assertEquals(
                    Set.of(String.valueOf(NOON.plus(kept).getEpochSecond())),
                    table.scan().stream()
                            .filter(item -> item.get("pk").s().equals("M#" + mention.id()))
                            .map(item -> item.get("expiresAt").n())
                            .collect(Collectors.toSet()),
                    source);
        }
    }
}
