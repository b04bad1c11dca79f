package dev.earshot.store;

import dev.earshot.core.ears.LinkStore;
import dev.earshot.core.ears.LinkTally;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps the hosts that mentions linked to, an item for each day and department, which is read, added to and put back. */
public final class DynamoLinks implements LinkStore {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int ATTEMPTS = 3;
    private static final String REVISION = "revision";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** @param table its name */
    public DynamoLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(LocalDate day, String department, LinkTally more) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, AttributeValue> stored = items(day, department).stream()
                    .filter(item -> Attributes.get(item, Keys.SK).s().equals(department))
                    .findFirst()
                    .orElse(Map.of());
            if (put(day, department, stored, read(stored).and(more))) {
                return;
            }
        }
    }

    private boolean put(LocalDate day, String department, Map<String, AttributeValue> stored, LinkTally sum) {
        long revision = stored.isEmpty()
                ? 0
                : Long.parseLong(Attributes.get(stored, REVISION).n());
        Map<String, AttributeValue> item = Keys.key(Keys.linksPk(day), department);
        item.put("tally", Attributes.of(sum));
        item.put(REVISION, Attributes.number(revision + 1));
        item.put(
                Keys.EXPIRES_AT,
                Attributes.number(
                        day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT).getEpochSecond()));
        try {
            dynamoDb.putItem(p -> p.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR revision = :seen")
                    .expressionAttributeValues(Map.of(":seen", Attributes.number(revision))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Map<String, LinkTally> of(LocalDate day) {
        Map<String, LinkTally> tallies = new HashMap<>();
        items(day, "").forEach(item -> tallies.put(Attributes.get(item, Keys.SK).s(), read(item)));
        return tallies;
    }

    private List<Map<String, AttributeValue>> items(LocalDate day, String prefix) {
        return dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk" + (prefix.isEmpty() ? "" : " AND begins_with(sk, :sk)"))
                        .expressionAttributeValues(
                                prefix.isEmpty()
                                        ? Map.of(":pk", Attributes.text(Keys.linksPk(day)))
                                        : Map.of(
                                                ":pk", Attributes.text(Keys.linksPk(day)),
                                                ":sk", Attributes.text(prefix))))
                .items()
                .stream()
                .toList();
    }

    private static LinkTally read(Map<String, AttributeValue> item) {
        return item.isEmpty() ? LinkTally.NONE : Attributes.read(Attributes.get(item, "tally"), LinkTally.class);
    }
}
