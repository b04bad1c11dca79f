package dev.earshot.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A table of its own for each test, with the keys and the index of {@code template.yaml}. */
final class TestTable {

    final DynamoDbClient dynamoDb;
    final TableSettings settings;

    TestTable(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
        this.settings = new TableSettings("table-" + UUID.randomUUID(), 4, 2, Duration.ofDays(30));
        dynamoDb.createTable(t -> t.tableName(settings.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("gsi1pk"), attribute("gsi1sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("gsi1")
                        .keySchema(key("gsi1pk", KeyType.HASH), key("gsi1sk", KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes(
                                        "department",
                                        "status",
                                        "priority",
                                        "because",
                                        "openedAt",
                                        "dueAt",
                                        "assignee",
                                        "acknowledgedAt",
                                        "closedAt",
                                        "outcome",
                                        "version",
                                        "mention"))
                        .build()));
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

    /** Every item there is. */
    List<Map<String, AttributeValue>> scan() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        dynamoDb.scanPaginator(s -> s.tableName(settings.name()).consistentRead(true))
                .items()
                .forEach(items::add);
        return items;
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
