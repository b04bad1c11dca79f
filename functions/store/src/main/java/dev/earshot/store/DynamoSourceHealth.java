package dev.earshot.store;

import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.SourceStates;
import dev.earshot.core.source.TopicLease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Keeps how sources are: what is known of one lies under its own key, the register of all under another. */
public final class DynamoSourceHealth implements SourceHealth, SourceStates {

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final FewAtOnce few = new FewAtOnce();

    /** @param table its name */
    public DynamoSourceHealth(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** In one transaction: that is one wait, however many items there are. Denials, which are rare, come one by one. */
    @Override
    public void add(String source, SourceReport report) {
        Map<Boolean, List<HubDecision>> leases =
                report.leases().stream().collect(Collectors.partitioningBy(lease -> lease.until() != null));
        write(source, report, leases.getOrDefault(true, List.of()));
        leases.getOrDefault(false, List.of()).forEach(denial -> deny(source, denial.topic()));
    }

    private void write(String source, SourceReport report, List<HubDecision> agreed) {
        List<TransactWriteItem> writes = new ArrayList<>();
        Assignments last = SourceItems.last(report);
        if (!last.isEmpty()) {
            writes.add(update(SourceKeys.health(source), last));
        }
        for (HourCounts hour : report.hours()) {
            writes.add(update(SourceKeys.hour(source, hour.hour()), SourceItems.counts(hour)));
        }
        for (HubDecision lease : agreed) {
            writes.add(update(SourceKeys.lease(source, lease.topic()), SourceItems.lease(lease)));
        }
        dynamoDb.transactWriteItems(t -> t.transactItems(writes));
    }

    /** Whoever knows a topic can deny it: that is believed only while the hub was asked and has not agreed. */
    private void deny(String source, String topic) {
        try {
            dynamoDb.updateItem(u -> u.tableName(table)
                    .key(SourceKeys.lease(source, topic))
                    .updateExpression("SET #state = :denied")
                    .conditionExpression("#state = :pending")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(
                            ":denied", Attributes.of(TopicLease.State.DENIED),
                            ":pending", Attributes.of(TopicLease.State.PENDING))));
        } catch (ConditionalCheckFailedException e) {
            // Nothing was waited for.
        }
    }

    private TransactWriteItem update(Map<String, AttributeValue> key, Assignments assignments) {
        Update update = Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression(assignments.expression())
                .expressionAttributeNames(assignments.names())
                .expressionAttributeValues(assignments.values())
                .build();
        return TransactWriteItem.builder().update(update).build();
    }

    @Override
    public void register(List<RegisteredSource> sources, Instant seenAt) {
        List<RegisteredSource> stored = registered();
        for (RegisteredSource source : sources) {
            if (!stored.contains(source)) {
                dynamoDb.putItem(p -> p.tableName(table).item(SourceItems.registered(source, seenAt)));
            }
        }
        List<String> names = sources.stream().map(RegisteredSource::name).toList();
        for (RegisteredSource old : stored) {
            if (!names.contains(old.name())) {
                dynamoDb.deleteItem(d -> d.tableName(table).key(SourceKeys.registered(old.name())));
            }
        }
    }

    @Override
    public List<SourceState> all(Instant now) {
        Map<String, SourceState> states = new ConcurrentSkipListMap<>();
        few.each(
                registered(),
                source ->
                        states.put(source.name(), SourceItems.state(source, items(SourceKeys.pk(source.name())), now)));
        return List.copyOf(states.values());
    }

    private List<RegisteredSource> registered() {
        return items(SourceKeys.REGISTER).stream().map(SourceItems::registered).toList();
    }

    private List<Map<String, AttributeValue>> items(String pk) {
        return dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(pk))))
                .items()
                .stream()
                .toList();
    }
}
