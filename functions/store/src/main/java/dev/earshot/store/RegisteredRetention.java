package dev.earshot.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads from the register of sources how long what they heard is kept, again once that is a minute old. */
public final class RegisteredRetention implements SourceRetention {

    private static final Duration FRESH = Duration.ofSeconds(60);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;
    private Map<String, Duration> known = Map.of();
    private Instant readAt = Instant.EPOCH;

    /** @param table its name */
    public RegisteredRetention(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable Duration of(String source) {
        Instant now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            known = read();
            readAt = now;
        }
        return known.get(source);
    }

    private Map<String, Duration> read() {
        Map<String, Duration> days = new HashMap<>();
        dynamoDb.queryPaginator(q -> q.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(SourceKeys.REGISTER))))
                .items()
                .forEach(item -> {
                    Integer kept = Attributes.orNull(item, SourceItems.RETENTION_DAYS, Integer.class);
                    if (kept != null) {
                        days.put(SourceKeys.sk(item), Duration.ofDays(kept));
                    }
                });
        return days;
    }
}
