package dev.earshot.store;

import dev.earshot.core.source.LeaseStore;
import dev.earshot.core.source.TopicLease;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps each topic's lease in an item of its source. Ingest, which hubs ask back, writes what they agree on. */
public final class DynamoLeases implements LeaseStore {

    /** What a hub has agreed on, or has denied, stays until it says otherwise. */
    private static final String ASKED = "SET topic = :topic, hub = :hub, requestedAt = :at, reason = :reason,"
            + " #state = if_not_exists(#state, :pending)";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** @param table its name */
    public DynamoLeases(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<TopicLease> of(String source) {
        return dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :lease)")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(SourceKeys.pk(source)),
                                ":lease", Attributes.text(SourceKeys.LEASE))))
                .items()
                .stream()
                .map(DynamoLeases::read)
                .toList();
    }

    @Override
    public void asked(String source, TopicLease lease) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":topic", Attributes.text(lease.topic()));
        values.put(":hub", Attributes.of(lease.hub()));
        values.put(":at", Attributes.of(lease.requestedAt()));
        values.put(":reason", Attributes.of(lease.reason()));
        values.put(":pending", Attributes.of(TopicLease.State.PENDING));
        dynamoDb.updateItem(u -> u.tableName(table)
                .key(SourceKeys.lease(source, lease.topic()))
                .updateExpression(ASKED)
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values));
    }

    private static TopicLease read(Map<String, AttributeValue> item) {
        TopicLease.State state = Attributes.orNull(item, "state", TopicLease.State.class);
        return new TopicLease(
                Attributes.get(item, "topic").s(),
                Attributes.orNull(item, "hub", String.class),
                Attributes.orNull(item, "requestedAt", Instant.class),
                Attributes.orNull(item, "leaseUntil", Instant.class),
                Objects.requireNonNullElse(state, TopicLease.State.PENDING),
                Attributes.orNull(item, "reason", String.class));
    }
}
