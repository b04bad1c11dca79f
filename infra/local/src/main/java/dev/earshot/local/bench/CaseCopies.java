package dev.earshot.local.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills a table with copies of one case, each of a mention of its own that is not there. */
public final class CaseCopies {

    private static final int BATCH = 25;
    private static final int BARE_ID = 26;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final SecureRandom random = new SecureRandom();

    /** @param table the local cloud's */
    public CaseCopies(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /**
     * Writes the copies, 25 at a time.
     *
     * @param caseId such as {@code c_ay64bleiigcw54qyfjcfdkf66i_support}
     * @param progress hears how many are there so far
     * @throws NoSuchElementException when there is no such case
     */
    public void make(String caseId, int count, IntConsumer progress) {
        String bare = caseId.substring(2, 2 + BARE_ID);
        Map<String, AttributeValue> original = original(bare, caseId.substring(2 + BARE_ID + 1));
        for (int done = 0; done < count; done += BATCH) {
            write(IntStream.range(0, Math.min(BATCH, count - done))
                    .mapToObj(i -> WriteRequest.builder()
                            .putRequest(put -> put.item(copy(original, bare, id())))
                            .build())
                    .collect(Collectors.toCollection(ArrayList::new)));
            progress.accept(Math.min(count, done + BATCH));
        }
    }

    private Map<String, AttributeValue> original(String bare, String department) {
        return dynamoDb
                .query(q -> q.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk = :sk")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("M#m_" + bare),
                                ":sk", AttributeValue.fromS("CASE#" + department))))
                .items()
                .stream()
                .findFirst()
                .orElseThrow();
    }

    private void write(List<WriteRequest> requests) {
        List<WriteRequest> left = requests;
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> batch = Map.of(table, left);
            left = dynamoDb.batchWriteItem(b -> b.requestItems(batch))
                    .unprocessedItems()
                    .getOrDefault(table, List.of());
        }
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < BARE_ID; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static Map<String, AttributeValue> copy(Map<String, AttributeValue> item, String before, String after) {
        Map<String, AttributeValue> copy = new HashMap<>();
        item.forEach((name, value) -> copy.put(name, copy(value, before, after)));
        return copy;
    }

    private static AttributeValue copy(AttributeValue value, String before, String after) {
        if (value.s() != null) {
            return AttributeValue.fromS(value.s().replace(before, after));
        }
        if (value.hasM()) {
            return AttributeValue.fromM(copy(value.m(), before, after));
        }
        if (value.hasL()) {
            return AttributeValue.fromL(
                    value.l().stream().map(one -> copy(one, before, after)).toList());
        }
        return value;
    }
}
