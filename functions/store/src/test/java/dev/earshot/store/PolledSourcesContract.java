package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.source.FeedState;
import dev.earshot.core.source.FeedStateStore;
import dev.earshot.core.source.LeaseStore;
import dev.earshot.core.source.TopicLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the poller keeps of its sources. */
abstract class PolledSourcesContract {

    private static final String TOPIC = "https://www.youtube.com/feeds/videos.xml?channel_id=UC1";
    private static final String HUB = "https://pubsubhubbub.appspot.com/subscribe";

    private TestTable table;
    private FeedStateStore feeds;
    private LeaseStore leases;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        feeds = new DynamoFeedStates(client(), table.settings.name());
        leases = new DynamoLeases(client(), table.settings.name());
    }

    @Test
    void aFeedsStateIsKeptAsItIs() {
        assertEquals(Optional.empty(), feeds.find("blog"));
        FeedState read = new FeedState(
                "0123456789abcdef",
                "W/\"1\"",
                "Sat, 21 Nov 2026 09:30:00 GMT",
                Said.NOON.plusSeconds(900),
                0,
                null,
                Said.NOON,
                2,
                Set.of("AAAAAAAAAAA", "_-AAAAAAAAA"));
        feeds.put("blog", read);
        assertEquals(Optional.of(read), feeds.find("blog"));
        FeedState gone =
                new FeedState("0123456789abcdef", null, null, null, 3, "it is gone (410)", Said.NOON, 0, Set.of());
        feeds.put("blog", gone);
        assertEquals(Optional.of(gone), feeds.find("blog"));
        assertEquals(Optional.empty(), feeds.find("blo"));
    }

    @Test
    void whatWasAskedForIsPendingAndWhatAHubAgreedOnStays() {
        assertEquals(List.of(), leases.of("videos"));
        leases.asked("videos", asked(Said.NOON, "the hub answered 500"));
        assertEquals(List.of(asked(Said.NOON, "the hub answered 500")), leases.of("videos"));
        Instant until = Said.NOON.plus(Duration.ofDays(5));
        table.dynamoDb.updateItem(u -> u.tableName(table.settings.name())
                .key(SourceKeys.lease("videos", TOPIC))
                .updateExpression("SET #state = :active, leaseUntil = :until")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(
                        Map.of(":active", Attributes.text("ACTIVE"), ":until", Attributes.of(until))));
        leases.asked("videos", asked(Said.NOON.plusSeconds(60), null));
        assertEquals(
                List.of(new TopicLease(TOPIC, HUB, Said.NOON.plusSeconds(60), until, TopicLease.State.ACTIVE, null)),
                leases.of("videos"));
    }

    @Test
    void leasesAndFeedsAreItemsOfTheirSource() {
        feeds.put("videos", FeedState.unread("0123456789abcdef", Said.NOON));
        leases.asked("videos", asked(Said.NOON, null));
        assertEquals(1, leases.of("videos").size());
        assertEquals(
                Set.of("SOURCE#videos"),
                Set.copyOf(table.scan().stream().map(item -> item.get("pk").s()).toList()));
        assertEquals(
                Set.of("FEED", "LEASE#9f6d56c15afb8159"),
                Set.copyOf(table.scan().stream().map(item -> item.get("sk").s()).toList()));
    }

    private static TopicLease asked(Instant at, String reason) {
        return new TopicLease(TOPIC, HUB, at, null, TopicLease.State.PENDING, reason);
    }
}
