package dev.earshot.store;

import dev.earshot.core.source.FeedState;
import dev.earshot.core.source.FeedStateStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps what is known of each feed in an item of its source. */
public final class DynamoFeedStates implements FeedStateStore {

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** @param table its name */
    public DynamoFeedStates(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<FeedState> find(String source) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).consistentRead(true).key(key(source)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public void put(String source, FeedState state) {
        Map<String, AttributeValue> item = key(source);
        item.put("feed", Attributes.text(state.feed()));
        item.put("etag", Attributes.of(state.etag()));
        item.put("lastModified", Attributes.of(state.lastModified()));
        item.put("nextAt", Attributes.of(state.nextAt()));
        item.put("failures", Attributes.number(state.failures()));
        item.put("lastError", Attributes.of(state.lastError()));
        item.put("lastPolledAt", Attributes.of(state.lastPolledAt()));
        item.put("lastItems", Attributes.number(state.lastItems()));
        // One text: a list of some hundred attributes takes half as much again.
        item.put("seen", Attributes.text(String.join(" ", state.seen())));
        dynamoDb.putItem(p -> p.tableName(table).item(item));
    }

    private static FeedState read(Map<String, AttributeValue> item) {
        String seen = Attributes.get(item, "seen").s();
        return new FeedState(
                Attributes.get(item, "feed").s(),
                Attributes.orNull(item, "etag", String.class),
                Attributes.orNull(item, "lastModified", String.class),
                Attributes.orNull(item, "nextAt", Instant.class),
                number(item, "failures"),
                Attributes.orNull(item, "lastError", String.class),
                Attributes.orNull(item, "lastPolledAt", Instant.class),
                number(item, "lastItems"),
                seen.isEmpty() ? Set.of() : Set.copyOf(List.of(seen.split(" ", -1))));
    }

    private static int number(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNullElse(Attributes.orNull(item, name, Integer.class), 0);
    }

    private static Map<String, AttributeValue> key(String source) {
        return Keys.key(SourceKeys.pk(source), SourceKeys.FEED);
    }
}
