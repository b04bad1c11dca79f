package dev.earshot.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items under one key of the index, newest first, read as far as they are taken. */
final class IndexStream {

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String pk;
    private final int most;
    private final Deque<Map<String, AttributeValue>> waiting = new ArrayDeque<>();
    private int chunk;
    private @Nullable String behind;
    private boolean ended;

    /**
     * Begins behind a place.
     *
     * @param behind null for the newest
     * @param chunk how many items the first query asks for; each further one asks for twice as many
     * @param most how many items a query asks for at most
     */
    IndexStream(DynamoDbClient dynamoDb, String table, String pk, @Nullable String behind, int chunk, int most) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.pk = pk;
        this.behind = behind;
        this.chunk = chunk;
        this.most = most;
    }

    /** Whether there is another item; asks the table when what was read is used up. */
    boolean hasNext() {
        while (waiting.isEmpty() && !ended) {
            read();
        }
        return !waiting.isEmpty();
    }

    /** Where the next item stands; there must be one. */
    String place() {
        return place(waiting.getFirst());
    }

    Map<String, AttributeValue> next() {
        return waiting.removeFirst();
    }

    private void read() {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(":pk", Attributes.text(pk));
        if (behind != null) {
            values.put(":behind", Attributes.text(behind));
        }
        QueryResponse response = dynamoDb.query(q -> q.tableName(table)
                .indexName(Keys.INDEX)
                .scanIndexForward(false)
                .limit(chunk)
                .keyConditionExpression("gsi1pk = :pk" + (behind == null ? "" : " AND gsi1sk < :behind"))
                .expressionAttributeValues(values));
        waiting.addAll(response.items());
        ended = !response.hasLastEvaluatedKey();
        if (!waiting.isEmpty()) {
            behind = place(waiting.getLast());
        }
        chunk = Math.min(most, 2 * chunk);
    }

    private static String place(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.INDEX_SK).s();
    }
}
