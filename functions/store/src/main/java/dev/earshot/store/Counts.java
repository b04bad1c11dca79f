package dev.earshot.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the counters. */
public final class Counts {

    /** Whose counters hold the mentions that concern nobody, for a reason. */
    public static final String NOISE = "_noise";

    /** Whose counters hold the mentions that nothing speaks for. */
    public static final String UNROUTED = "_unrouted";

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public Counts(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    /**
     * The sums of one day (UTC), by name: {@code mentions}, {@code cases}, {@code priority:HIGH},
     * {@code source:our-forum}, {@code sentiment:none} and the like. One query per shard.
     *
     * @param who a department id, {@link #NOISE} or {@link #UNROUTED}
     */
    public Map<String, Long> of(String who, LocalDate day) {
        Map<String, Long> sums = new TreeMap<>();
        for (int shard = 0; shard < settings.counterShards(); shard++) {
            String pk = Keys.countsPk(who, day, shard);
            dynamoDb.queryPaginator(q -> q.tableName(settings.name())
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", Attributes.text(pk))))
                    .items()
                    .forEach(item -> add(sums, item));
        }
        return sums;
    }

    private static void add(Map<String, Long> sums, Map<String, AttributeValue> item) {
        item.forEach((name, value) -> {
            if (value.n() != null && !name.equals(Keys.EXPIRES_AT)) {
                sums.merge(name, Long.parseLong(value.n()), Long::sum);
            }
        });
    }
}
