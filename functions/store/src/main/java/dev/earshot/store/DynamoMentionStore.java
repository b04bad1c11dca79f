package dev.earshot.store;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Keeps mentions, cases and counts in DynamoDB: one query reads all of a mention, one transaction writes it. */
public final class DynamoMentionStore implements MentionStore {

    private static final Set<String> SOMEBODY_ELSE = Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;
    private final MentionItems items;
    private final CountItems counts;

    public DynamoMentionStore(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.items = new MentionItems(settings);
        this.counts = new CountItems(settings);
    }

    @Override
    public Optional<StoredMention> find(MentionId id) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(settings.name())
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.mentionPk(id)))))
                .items()
                .forEach(found::add);
        return Optional.ofNullable(items.read(found));
    }

    @Override
    public boolean write(Change.Write change) {
        Mention mention = change.mention().mention();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(mentionPut(change)));
        change.opened()
                .forEach(one -> writes.add(put(Put.builder()
                        .tableName(settings.name())
                        .item(items.opened(one, mention))
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())));
        change.followed().forEach(one -> writes.add(update(followed(one, mention))));
        counts.of(change).forEach(update -> writes.add(update(update)));
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().allMatch(reason -> SOMEBODY_ELSE.contains(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void noticed(CaseId id) {
        try {
            dynamoDb.updateItem(u -> u.tableName(settings.name())
                    .key(Keys.key(Keys.mentionPk(id.mention()), Keys.CASE + id.department()))
                    .updateExpression("SET noticed = :yes")
                    .conditionExpression("attribute_exists(pk)")
                    .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
        } catch (ConditionalCheckFailedException e) {
            // The case expired or was erased meanwhile: there is nothing left to remember it by.
            return;
        }
    }

    private Put mentionPut(Change.Write change) {
        Put.Builder put = Put.builder().tableName(settings.name()).item(items.mention(change));
        StoredMention before = change.before();
        if (before == null) {
            return put.conditionExpression("attribute_not_exists(pk)").build();
        }
        Mention stored = before.mention().mention();
        return put.conditionExpression("version = :version AND deleted = :deleted")
                .expressionAttributeValues(Map.of(
                        ":version", Attributes.number(stored.version()),
                        ":deleted", AttributeValue.fromBool(stored.deleted())))
                .build();
    }

    /** A case that shows a new version of its mention, and lives as long; people's work on it is not touched. */
    private Update followed(Case one, Mention mention) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(":mention", Attributes.of(one.mention()));
        values.put(":history", Attributes.of(one.history()));
        values.put(":version", Attributes.number(one.version()));
        values.put(":before", Attributes.number(one.version() - 1));
        values.put(":expiry", items.expiry(mention));
        return Update.builder()
                .tableName(settings.name())
                .key(Keys.key(Keys.mentionPk(one.mentionId()), Keys.CASE + one.department()))
                .updateExpression("SET mention = :mention, history = :history, version = :version, expiresAt = :expiry")
                .conditionExpression("version = :before")
                .expressionAttributeValues(values)
                .build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    private static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
