package dev.earshot.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What is spent on a service in a day (UTC), over all functions that spend: one counter for each day, which has a cap. */
public final class DailySpending {

    /** Long enough to look at a month that has ended. */
    private static final Duration KEPT = Duration.ofDays(62);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String what;
    private final long cap;
    private final Clock clock;

    /**
     * @param what the service's name, such as {@code comprehend}
     * @param cap how many units a day may have; 0 for none
     */
    public DailySpending(DynamoDbClient dynamoDb, String table, String what, long cap, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.what = what;
        this.cap = cap;
        this.clock = clock;
    }

    /** Takes units of today's, at least 1; says no and takes nothing when the day would have more than its cap. */
    public boolean take(long units) {
        if (units > cap) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long expiry = clock.instant().plus(KEPT).getEpochSecond();
        try {
            dynamoDb.updateItem(u -> u.tableName(table)
                    .key(Keys.spending(what, today))
                    .updateExpression("ADD spent :units SET expiresAt = :expiry")
                    .conditionExpression("attribute_not_exists(spent) OR spent <= :room")
                    .expressionAttributeValues(Map.of(
                            ":units", Attributes.number(units),
                            ":room", Attributes.number(cap - units),
                            ":expiry", Attributes.number(expiry))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
