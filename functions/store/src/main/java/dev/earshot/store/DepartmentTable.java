package dev.earshot.store;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The departments, one item each under one key. A marker beside them says that there have been some and counts their
 * changes, so that nobody changes one without having seen all changes before.
 */
public final class DepartmentTable {

    private static final int ATTEMPTS = 20;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DepartmentTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** What becomes of a department that is to be stored. */
    public enum Answer {
        STORED,
        /** There are {@link RuleBook#MOST_DEPARTMENTS} others already. */
        TOO_MANY,
        /** With all its rules and examples it is larger than 400 KB. */
        TOO_LARGE
    }

    /** All departments, in their configured order; empty before they are seeded. */
    public List<Department> all() {
        return read().stream()
                .filter(item -> !DepartmentItems.isMarker(item))
                .sorted(Comparator.comparingLong(DepartmentItems::position))
                .map(DepartmentItems::department)
                .toList();
    }

    /** The department of an id. */
    public Optional<Department> find(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).consistentRead(true).key(DepartmentItems.key(id)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DepartmentItems.department(item));
    }

    /**
     * Stores a department in the place of the one with its id, or behind all others when there is none, and the entry of
     * the audit trail with it.
     *
     * @param audit words the change from what is stored, empty for none; it leaves out what changes nothing
     */
    public Answer put(Department department, Function<Optional<Department>, Optional<AuditEntry>> audit) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Map<String, AttributeValue>> stored = read();
            List<Map<String, AttributeValue>> others = stored.stream()
                    .filter(item -> !DepartmentItems.isMarker(item) && !DepartmentItems.isOf(item, department))
                    .toList();
            Map<String, AttributeValue> item =
                    DepartmentItems.item(department, DepartmentItems.position(department, stored));
            if (others.size() >= RuleBook.MOST_DEPARTMENTS) {
                return Answer.TOO_MANY;
            } else if (ItemSize.of(item) > ItemSize.LARGEST) {
                return Answer.TOO_LARGE;
            }
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(put(Put.builder().item(item)));
            writes.add(nextRevision(stored));
            audit.apply(before(department, stored))
                    .map(entry -> AuditItems.put(table, entry))
                    .ifPresent(writes::add);
            if (write(writes)) {
                return Answer.STORED;
            }
        }
        throw new IllegalStateException("the departments are being changed by somebody else all the time");
    }

    /**
     * Stores the first departments of a new system, all or none. What is there already stays: people own it from then on.
     *
     * @return whether this call stored them
     */
    public boolean seed(List<Department> departments) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(putNew(DepartmentItems.marker(0)));
        for (int i = 0; i < departments.size(); i++) {
            writes.add(putNew(DepartmentItems.item(departments.get(i), i)));
        }
        return write(writes);
    }

    private static Optional<Department> before(Department department, List<Map<String, AttributeValue>> stored) {
        return stored.stream()
                .filter(item -> DepartmentItems.isOf(item, department))
                .map(DepartmentItems::department)
                .findFirst();
    }

    /** The departments and the marker. */
    private List<Map<String, AttributeValue>> read() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(Keys.CONFIG), ":sk", Attributes.text(DepartmentItems.ALL))))
                .items()
                .forEach(items::add);
        return items;
    }

    private boolean write(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (MentionTable.somebodyElse(e)) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem nextRevision(List<Map<String, AttributeValue>> stored) {
        Optional<Long> revision = stored.stream()
                .filter(DepartmentItems::isMarker)
                .map(DepartmentItems::revision)
                .findFirst();
        return revision.isEmpty()
                ? putNew(DepartmentItems.marker(0))
                : put(Put.builder()
                        .item(DepartmentItems.marker(revision.get() + 1))
                        .conditionExpression("revision = :seen")
                        .expressionAttributeValues(Map.of(":seen", Attributes.number(revision.get()))));
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return put(Put.builder().item(item).conditionExpression("attribute_not_exists(pk)"));
    }

    private TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.tableName(table).build()).build();
    }
}
