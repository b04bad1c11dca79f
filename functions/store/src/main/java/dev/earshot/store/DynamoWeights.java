package dev.earshot.store;

import dev.earshot.core.learning.WeightsStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps the newest weights of one model in one item. */
public final class DynamoWeights implements WeightsStore {

    private static final String VERSION = "version";
    private static final String BYTES = "weights";
    private static final String AT = "at";
    private static final int MOST_BYTES = 300 * 1024;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String model;

    /** @param model whose weights, such as {@code departments} */
    public DynamoWeights(DynamoDbClient dynamoDb, String table, String model) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.model = model;
    }

    @Override
    public Optional<Version> newerThan(long version) {
        Map<String, AttributeValue> found = dynamoDb
                .query(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk = :sk")
                        .filterExpression("version > :version")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(Keys.WEIGHTS),
                                ":sk", Attributes.text(model),
                                ":version", Attributes.number(version))))
                .items()
                .stream()
                .findFirst()
                .orElse(Map.of());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Version(
                        Long.parseLong(Attributes.get(found, VERSION).n()),
                        Attributes.get(found, BYTES).b().asByteArray(),
                        Instant.parse(Attributes.get(found, AT).s())));
    }

    @Override
    public boolean write(long version, byte[] weights, Instant at) {
        if (weights.length > MOST_BYTES) {
            throw new IllegalArgumentException("weights have at most 300 KB");
        }
        Map<String, AttributeValue> item = Keys.key(Keys.WEIGHTS, model);
        item.put(VERSION, Attributes.number(version));
        item.put(BYTES, AttributeValue.fromB(SdkBytes.fromByteArray(weights)));
        item.put(AT, Attributes.of(at));
        try {
            dynamoDb.putItem(p -> p.tableName(table)
                    .item(item)
                    .conditionExpression(version == 1 ? "attribute_not_exists(pk)" : "version = :before")
                    .expressionAttributeValues(
                            version == 1 ? null : Map.of(":before", Attributes.number(version - 1))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
