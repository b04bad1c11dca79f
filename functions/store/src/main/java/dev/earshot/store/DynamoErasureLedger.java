package dev.earshot.store;

import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.mention.AuthorKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Keeps erasures in a table of their own, which is never restored together with the other. They lie under a few fixed keys,
 * so that all of them can be read by queries.
 */
public final class DynamoErasureLedger implements ErasureLedger {

    private static final int SHARDS = 8;
    private static final int PAGE = 100;
    private static final String REQUESTED_AT = "requestedAt";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /**
     * A ledger in a table.
     *
     * @param table its name; not that of the table that mentions are in
     */
    public DynamoErasureLedger(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(Erasure erasure) {
        Map<String, AttributeValue> item = key(erasure.author());
        item.put(REQUESTED_AT, Attributes.of(erasure.requestedAt()));
        try {
            dynamoDb.putItem(p -> p.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR requestedAt < :at")
                    .expressionAttributeValues(Map.of(":at", Attributes.of(erasure.requestedAt()))));
        } catch (ConditionalCheckFailedException e) {
            // A later one is there already, and covers this one.
            return;
        }
    }

    @Override
    public Optional<Erasure> of(AuthorKey author) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).consistentRead(true).key(key(author)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public Entries entries(@Nullable AuthorKey after) {
        List<Erasure> page = new ArrayList<>();
        AuthorKey behind = after;
        int shard = after == null ? 0 : shard(after);
        while (shard < SHARDS && page.size() < PAGE) {
            QueryResponse found = query(shard, behind, PAGE - page.size());
            found.items().forEach(item -> page.add(read(item)));
            if (found.hasLastEvaluatedKey()) {
                behind = page.get(page.size() - 1).author();
            } else {
                shard++;
                behind = null;
            }
        }
        boolean more = shard < SHARDS && !page.isEmpty();
        return new Entries(page, more ? page.get(page.size() - 1).author() : null);
    }

    private QueryResponse query(int shard, @Nullable AuthorKey behind, int limit) {
        return dynamoDb.query(q -> q.tableName(table)
                .consistentRead(true)
                .limit(limit)
                .exclusiveStartKey(behind == null ? null : key(behind))
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Attributes.text(pk(shard)))));
    }

    private static Erasure read(Map<String, AttributeValue> item) {
        return new Erasure(
                new AuthorKey(Attributes.get(item, Keys.SK).s()),
                Attributes.read(Attributes.get(item, REQUESTED_AT), Instant.class));
    }

    private static Map<String, AttributeValue> key(AuthorKey author) {
        return Keys.key(pk(shard(author)), author.value());
    }

    private static String pk(int shard) {
        return "ERASURES#" + shard;
    }

    private static int shard(AuthorKey author) {
        return Math.floorMod(author.value().hashCode(), SHARDS);
    }
}
