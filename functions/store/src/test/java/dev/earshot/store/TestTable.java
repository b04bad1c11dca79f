package dev.earshot.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table of its own for each test, with the keys and indexes of {@code template.yaml}. */
final class TestTable {

    private static final List<String> SHOWN = List.of(
            "department",
            "status",
            "priority",
            "because",
            "assignee",
            "openedAt",
            "dueAt",
            "acknowledgedAt",
            "closedAt",
            "outcome",
            "marks",
            "version",
            "mention");

    final DynamoDbClient dynamoDb;
    final TableSettings settings;

    TestTable(DynamoDbClient dynamoDb) {
        this(dynamoDb, 2);
    }

    TestTable(DynamoDbClient dynamoDb, int listShards) {
        this.dynamoDb = dynamoDb;
        this.settings = new TableSettings("table-" + UUID.randomUUID(), 4, listShards, Duration.ofDays(30));
        dynamoDb.createTable(t -> t.tableName(settings.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.of("pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk")
                        .map(TestTable::attribute)
                        .toList())
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(lists(), authors()));
    }

    /** The table of a ledger, as in {@code template.yaml}. */
    static void createLedger(DynamoDbClient dynamoDb, String name) {
        dynamoDb.createTable(t -> t.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    }

    /** A client without time limits: a busy machine is no outage. */
    static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(o -> List.of(interceptors).forEach(o::addExecutionInterceptor))
                .build();
    }

    DynamoMentionStore store() {
        return new DynamoMentionStore(dynamoDb, settings);
    }

    DynamoCaseStore cases() {
        return new DynamoCaseStore(dynamoDb, settings);
    }

    Counts counts() {
        return new Counts(dynamoDb, settings);
    }

    DynamoErasureStore erasures() {
        return new DynamoErasureStore(dynamoDb, settings);
    }

    /** Every item there is. */
    List<Map<String, AttributeValue>> scan() {
        return scan(null);
    }

    /** Every item of an index; of the table when it is null. */
    List<Map<String, AttributeValue>> scan(String index) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        dynamoDb.scanPaginator(
                        s -> s.tableName(settings.name()).indexName(index).consistentRead(index == null))
                .items()
                .forEach(items::add);
        return items;
    }

    /** Every string that the table and its indexes hold, in keys and at any depth. */
    String everything() {
        return Stream.of(scan(), scan("gsi1"), scan("gsi2"))
                .flatMap(List::stream)
                .flatMap(item -> strings(AttributeValue.fromM(item)))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> strings(AttributeValue value) {
        return switch (value.type()) {
            case S -> Stream.of(value.s());
            case L -> value.l().stream().flatMap(TestTable::strings);
            case M ->
                value.m().entrySet().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), strings(field.getValue())));
            default -> Stream.empty();
        };
    }

    /** What a list of the index holds over all its shards, newest first within each. */
    List<Map<String, AttributeValue>> listed(String list) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int shard = 0; shard < settings.listShards(); shard++) {
            String pk = list + "#" + shard;
            items.addAll(dynamoDb.query(q -> q.tableName(settings.name())
                            .indexName("gsi1")
                            .scanIndexForward(false)
                            .keyConditionExpression("gsi1pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
                    .items());
        }
        return items;
    }

    private static GlobalSecondaryIndex lists() {
        return GlobalSecondaryIndex.builder()
                .indexName("gsi1")
                .keySchema(key("gsi1pk", KeyType.HASH), key("gsi1sk", KeyType.RANGE))
                .projection(p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(SHOWN))
                .build();
    }

    private static GlobalSecondaryIndex authors() {
        return GlobalSecondaryIndex.builder()
                .indexName("gsi2")
                .keySchema(key("gsi2pk", KeyType.HASH), key("gsi2sk", KeyType.RANGE))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
