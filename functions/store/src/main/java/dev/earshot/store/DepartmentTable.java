package dev.earshot.store;

import dev.earshot.core.routing.Department;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The departments, one item each under one key. */
public final class DepartmentTable {

    private static final String SEEDED = "DEPARTMENTS-SEEDED";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DepartmentTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** All departments, in their configured order; empty before they are seeded. */
    public List<Department> all() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(Keys.CONFIG),
                                ":sk", Attributes.text(Keys.DEPARTMENT))))
                .items()
                .forEach(items::add);
        return items.stream()
                .sorted(Comparator.comparingLong(
                        item -> Long.parseLong(Attributes.get(item, "position").n())))
                .map(item -> Attributes.read(Attributes.get(item, "department"), Department.class))
                .toList();
    }

    /**
     * Stores the first departments of a new system, all or none. What is there already stays: people own it from then on.
     *
     * @return whether this call stored them
     */
    public boolean seed(List<Department> departments) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(putNew(Keys.key(Keys.CONFIG, SEEDED)));
        for (int i = 0; i < departments.size(); i++) {
            Map<String, AttributeValue> item =
                    Keys.key(Keys.CONFIG, Keys.DEPARTMENT + departments.get(i).id());
            item.put("department", Attributes.of(departments.get(i)));
            item.put("position", Attributes.number(i));
            writes.add(putNew(item));
        }
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            boolean raced = e.cancellationReasons().stream()
                    .anyMatch(reason -> reason.code().equals("ConditionalCheckFailed")
                            || reason.code().equals("TransactionConflict"));
            if (raced) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }
}
