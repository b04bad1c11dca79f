package dev.earshot.store;

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

    /** The most keys that one batch may ask for. */
    private static final int BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoSubscriptions(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(Subscription subscription) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(subscription.id()))
                        .updateExpression("SET subscription = if_not_exists(subscription, :s) REMOVE ending, arn")
                        .expressionAttributeValues(Map.of(":s", Attributes.of(subscription))))
                .build());
        pointers(subscription)
                .map(item -> TransactWriteItem.builder()
                        .put(p -> p.tableName(table).item(item))
                        .build())
                .forEach(writes::add);
        dynamoDb.transactWriteItems(t -> t.transactItems(writes));
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
        set(id, REFERENCE, Attributes.text(reference));
    }

    @Override
    public void end(String id) {
        set(id, ENDING, AttributeValue.fromBool(true));
    }

    @Override
    public void remove(Subscription subscription) {
        delete(subscription, ENDING, AttributeValue.fromBool(true));
    }

    @Override
    public void forget(StoredSubscription seen) {
        if (seen.reference() != null) {
            delete(seen.subscription(), REFERENCE, Attributes.text(seen.reference()));
        }
    }

    private void set(String id, String name, AttributeValue value) {
        try {
            dynamoDb.updateItem(u -> u.tableName(table)
                    .key(key(id))
                    .conditionExpression("attribute_exists(pk)")
                    .updateExpression("SET #name = :value")
                    .expressionAttributeNames(Map.of("#name", name))
                    .expressionAttributeValues(Map.of(":value", value)));
        } catch (ConditionalCheckFailedException e) {
            // It is gone, and so is what there was to say about it.
        }
    }

    private void delete(Subscription subscription, String name, AttributeValue expected) {
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
                item.containsKey(ENDING));
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
