package dev.earshot.local.stack;

import dev.earshot.local.template.TableResource;
import dev.earshot.local.template.TableResource.GlobalIndex;
import dev.earshot.local.template.TableResource.KeySchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates tables and waits until they can be used. */
final class TableCreator {

    /** The SDK would look every 20 seconds; emulators are ready at once or nearly so. */
    private static final Duration POLL = Duration.ofMillis(200);

    private static final int MAX_POLLS = 300;

    private final DynamoDbClient dynamoDb;

    TableCreator(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    void create(TableResource table) {
        try {
            dynamoDb.createTable(request(table));
        } catch (ResourceInUseException e) {
            // It is there already, from an earlier run against the same endpoint: keep it and what it holds.
        }
        try (var waiter = dynamoDb.waiter()) {
            waiter.waitUntilTableExists(
                    describe -> describe.tableName(table.name()),
                    wait -> wait.maxAttempts(MAX_POLLS).backoffStrategyV2(BackoffStrategy.fixedDelay(POLL)));
        }
        table.ttlAttribute().ifPresent(attribute -> expire(table.name(), attribute));
    }

    /** DynamoDB refuses to enable it twice. */
    private void expire(String table, String attribute) {
        TimeToLiveStatus status = dynamoDb.describeTimeToLive(request -> request.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
            dynamoDb.updateTimeToLive(request -> request.tableName(table)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
    }

    /** Always paid per request: provisioned units are not kept in the model, and limit nothing locally. */
    private static CreateTableRequest request(TableResource table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(table.key()))
                .attributeDefinitions(
                        table.attributes().stream().map(TableCreator::attribute).toList());
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(TableCreator::index).toList());
        }
        return request.build();
    }

    private static AttributeDefinition attribute(TableResource.AttributeDefinition definition) {
        return AttributeDefinition.builder()
                .attributeName(definition.name())
                .attributeType(definition.type())
                .build();
    }

    private static GlobalSecondaryIndex index(GlobalIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(key(index.key()))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.nonKeyAttributes().isEmpty()) {
                        projection.nonKeyAttributes(index.nonKeyAttributes());
                    }
                })
                .build();
    }

    private static List<KeySchemaElement> key(KeySchema key) {
        List<KeySchemaElement> elements = new ArrayList<>();
        elements.add(element(key.hash(), KeyType.HASH));
        key.range().ifPresent(range -> elements.add(element(range, KeyType.RANGE)));
        return elements;
    }

    private static KeySchemaElement element(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
