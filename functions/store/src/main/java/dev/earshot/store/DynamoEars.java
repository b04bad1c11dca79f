package dev.earshot.store;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.ears.EarRegister;
import dev.earshot.core.ears.Ears;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps the register of ears under one key, an item for each employee. */
public final class DynamoEars implements EarRegister {

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** @param table its name */
    public DynamoEars(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Ears> of(String subject) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).consistentRead(true).key(Keys.key(Keys.EARS, subject)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public void put(Ears ears, AuditEntry entry) {
        Map<String, AttributeValue> item = Keys.key(Keys.EARS, ears.subject());
        item.put("ears", Attributes.of(ears));
        write(MentionTable.put(Put.builder().tableName(table).item(item).build()), entry);
    }

    @Override
    public void remove(String subject, AuditEntry entry) {
        Delete delete = Delete.builder()
                .tableName(table)
                .key(Keys.key(Keys.EARS, subject))
                .build();
        write(TransactWriteItem.builder().delete(delete).build(), entry);
    }

    private void write(TransactWriteItem change, AuditEntry entry) {
        dynamoDb.transactWriteItems(t -> t.transactItems(change, AuditItems.put(table, entry)));
    }

    @Override
    public List<Ears> all() {
        return dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.EARS))))
                .items()
                .stream()
                .limit(MOST)
                .map(DynamoEars::read)
                .toList();
    }

    private static Ears read(Map<String, AttributeValue> item) {
        return Attributes.read(Attributes.get(item, "ears"), Ears.class);
    }
}
