package dev.earshot.store;

import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.SourceStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

    /** In one transaction: that is one wait, however many items there are. */
    @Override
    public void add(String source, SourceReport report) {
        List<TransactWriteItem> writes = new ArrayList<>();
        Assignments last = SourceItems.last(report);
        if (!last.isEmpty()) {
            writes.add(update(SourceKeys.health(source), last));
        }
        for (HourCounts hour : report.hours()) {
            writes.add(update(SourceKeys.hour(source, hour.hour()), SourceItems.counts(hour)));
        }
        for (HubDecision lease : report.leases()) {
            writes.add(update(SourceKeys.lease(source, lease.topic()), SourceItems.lease(lease)));
        }
        dynamoDb.transactWriteItems(t -> t.transactItems(writes));
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
