package dev.earshot.store;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.subscription.Address;
import dev.earshot.core.subscription.StoredSubscription;
import dev.earshot.core.subscription.Subscription;
import dev.earshot.core.subscription.SubscriptionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Subscriptions, an item each under its id. Two further items without words point to it, from its department and from
 * its address, so that both lists are read consistently.
 */
public final class DynamoSubscriptions implements SubscriptionTable {

    private static final String VALUE = "subscription";
    private static final String REFERENCE = "arn";
    private static final String ENDING = "ending";
    private static final String AWAITING = "awaiting";

    /** The most keys that one batch may ask for. */
    private static final int BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoSubscriptions(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(Subscription subscription, boolean approved, AuditEntry entry) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(subscription.id()))
                        .updateExpression("SET subscription = if_not_exists(subscription, :s), awaiting = "
                                + (approved ? ":awaiting" : "if_not_exists(awaiting, :awaiting)")
                                + " REMOVE ending, arn")
                        .expressionAttributeValues(Map.of(
                                ":s", Attributes.of(subscription), ":awaiting", AttributeValue.fromBool(!approved))))
                .build());
        pointers(subscription)
                .map(item -> TransactWriteItem.builder()
                        .put(p -> p.tableName(table).item(item))
                        .build())
                .forEach(writes::add);
        writes.add(AuditItems.put(table, entry));
        dynamoDb.transactWriteItems(t -> t.transactItems(writes));
    }

    @Override
    public void approve(String id, AuditEntry entry) {
        TransactWriteItem approval = TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(id))
                        .conditionExpression("awaiting = :yes AND attribute_not_exists(ending)")
                        .updateExpression("SET awaiting = :no")
                        .expressionAttributeValues(
                                Map.of(":yes", AttributeValue.fromBool(true), ":no", AttributeValue.fromBool(false))))
                .build();
        unlessChanged(List.of(approval, AuditItems.put(table, entry)));
    }

    @Override
    public Optional<StoredSubscription> find(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public List<StoredSubscription> ofDepartment(String department) {
        return pointedAt(Keys.subscriptionsPk(department));
    }

    @Override
    public List<StoredSubscription> at(Address address) {
        return pointedAt(Keys.addressPk(address));
    }

    @Override
    public void refer(String id, String reference) {
        set(id, "SET arn = :value", Attributes.text(reference));
    }

    @Override
    public void end(String id) {
        // Whoever adds it again needs a new approval.
        set(id, "SET ending = :value REMOVE awaiting", AttributeValue.fromBool(true));
    }

    @Override
    public void remove(Subscription subscription, AuditEntry entry) {
        delete(subscription, ENDING, AttributeValue.fromBool(true), entry);
    }

    @Override
    public void forget(StoredSubscription seen, AuditEntry entry) {
        if (seen.reference() != null) {
            delete(seen.subscription(), REFERENCE, Attributes.text(seen.reference()), entry);
        }
    }

    private void set(String id, String update, AttributeValue value) {
        try {
            dynamoDb.updateItem(u -> u.tableName(table)
                    .key(key(id))
                    .conditionExpression("attribute_exists(pk)")
                    .updateExpression(update)
                    .expressionAttributeValues(Map.of(":value", value)));
        } catch (ConditionalCheckFailedException e) {
            // It is gone, and so is what there was to say about it.
        }
    }

    private void delete(Subscription subscription, String name, AttributeValue expected, AuditEntry entry) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .delete(d -> d.tableName(table)
                        .key(key(subscription.id()))
                        .conditionExpression("#name = :expected")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(Map.of(":expected", expected)))
                .build());
        pointers(subscription)
                .map(item -> TransactWriteItem.builder()
                        .delete(d -> d.tableName(table).key(item))
                        .build())
                .forEach(writes::add);
        writes.add(AuditItems.put(table, entry));
        unlessChanged(writes);
    }

    /** Writes all of it, or nothing when the subscription is no longer as the caller knows it. */
    private void unlessChanged(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
        } catch (TransactionCanceledException e) {
            boolean another = e.cancellationReasons().stream()
                    .anyMatch(reason -> reason.code().equals("ConditionalCheckFailed"));
            if (!another) {
                throw e;
            }
        }
    }

    private List<StoredSubscription> pointedAt(String pk) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(pk))))
                .items()
                .forEach(item -> keys.add(key(Attributes.get(item, Keys.SK).s())));
        List<StoredSubscription> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            found.addAll(batch(keys.subList(from, Math.min(keys.size(), from + BATCH))));
        }
        return found;
    }

    private List<StoredSubscription> batch(List<Map<String, AttributeValue>> keys) {
        Map<String, KeysAndAttributes> asked = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        List<StoredSubscription> found = new ArrayList<>();
        // What DynamoDB leaves out of an answer it names, and the paginator asks for again.
        dynamoDb.batchGetItemPaginator(b -> b.requestItems(asked))
                .forEach(page -> page.responses().getOrDefault(table, List.of()).stream()
                        .map(DynamoSubscriptions::read)
                        .forEach(found::add));
        return found;
    }

    private static StoredSubscription read(Map<String, AttributeValue> item) {
        return new StoredSubscription(
                Attributes.read(Attributes.get(item, VALUE), Subscription.class),
                reference(item.get(REFERENCE)),
                item.containsKey(ENDING),
                Boolean.TRUE.equals(Attributes.orNull(item, AWAITING, Boolean.class)));
    }

    private static @Nullable String reference(@Nullable AttributeValue attribute) {
        return attribute == null ? null : attribute.s();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Keys.key(Keys.subscriptionPk(id), Keys.SUBSCRIPTION);
    }

    private static Stream<Map<String, AttributeValue>> pointers(Subscription subscription) {
        return Stream.of(
                Keys.key(Keys.subscriptionsPk(subscription.department()), subscription.id()),
                Keys.key(Keys.addressPk(subscription.address()), subscription.id()));
    }
}
