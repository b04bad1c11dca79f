package dev.earshot.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEmulatorTest {

    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamo;

    @BeforeAll
    static void start() {
        emulator = DynamoDbEmulator.start();
        dynamo = Sdk.client(DynamoDbClient.builder(), emulator.endpoint());
        dynamo.createTable(r -> r.tableName("table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("gsi"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-gsi")
                        .keySchema(key("gsi", KeyType.HASH), key("sk", KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .build()));
    }

    @AfterAll
    static void stop() {
        dynamo.close();
        emulator.close();
    }

    @Test
    void anItemPutIsRead() {
        dynamo.putItem(r -> r.tableName("table").item(item("put", "1", "g")));
        assertEquals(
                "g",
                dynamo.getItem(r -> r.tableName("table").key(Map.of("pk", s("put"), "sk", s("1"))))
                        .item()
                        .get("gsi")
                        .s());
    }

    @Test
    void aTransactionIsWrittenWholeOrNotAtAll() {
        dynamo.transactWriteItems(r -> r.transactItems(putNew("tx", "1"), putNew("tx", "2")));
        assertThrows(
                TransactionCanceledException.class,
                () -> dynamo.transactWriteItems(r -> r.transactItems(putNew("tx", "3"), putNew("tx", "1"))));
        assertEquals(2, query(null, "pk", "tx").size());
    }

    @Test
    void anIndexIsQueried() {
        dynamo.putItem(r -> r.tableName("table").item(item("index", "1", "searched")));
        dynamo.putItem(r -> r.tableName("table").item(item("index", "2", "other")));
        assertEquals(1, query("by-gsi", "gsi", "searched").size());
    }

    @Test
    void timeToLiveCanBeTurnedOn() {
        dynamo.updateTimeToLive(r -> r.tableName("table")
                .timeToLiveSpecification(ttl -> ttl.attributeName("expires").enabled(true)));
        assertEquals(
                TimeToLiveStatus.ENABLED,
                dynamo.describeTimeToLive(r -> r.tableName("table"))
                        .timeToLiveDescription()
                        .timeToLiveStatus());
    }

    @Test
    void twoEmulatorsShareNothing() {
        try (DynamoDbEmulator other = DynamoDbEmulator.start();
                DynamoDbClient client = Sdk.client(DynamoDbClient.builder(), other.endpoint())) {
            assertTrue(client.listTables().tableNames().isEmpty());
        }
    }

    private static List<Map<String, AttributeValue>> query(String index, String key, String value) {
        return dynamo.query(r -> r.tableName("table")
                        .indexName(index)
                        .keyConditionExpression("#k = :v")
                        .expressionAttributeNames(Map.of("#k", key))
                        .expressionAttributeValues(Map.of(":v", s(value))))
                .items();
    }

    private static TransactWriteItem putNew(String pk, String sk) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName("table")
                        .item(item(pk, sk, "g-" + pk))
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> item(String pk, String sk, String gsi) {
        return Map.of("pk", s(pk), "sk", s(sk), "gsi", s(gsi));
    }

    private static AttributeValue s(String value) {
        return AttributeValue.fromS(value);
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
