package dev.earshot.store;

import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
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

/** What all who work with mentions do with the table: one query reads all of a mention, one transaction writes it. */
final class MentionTable {

    private static final Set<String> SOMEBODY_ELSE = Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamoDb;
    private final String name;

    MentionTable(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.name = settings.name();
    }

    Optional<StoredMention> find(MentionId id) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.mentionPk(id)))))
                .items()
                .forEach(found::add);
        return Optional.ofNullable(MentionItems.read(found));
    }

    void attribute(MentionId id, Instant receivedAt, AuthorKey author) {
        try {
            dynamoDb.updateItem(u -> u.tableName(name)
                    .key(Keys.key(Keys.mentionPk(id), Keys.MENTION))
                    .updateExpression("SET gsi2pk = :author, gsi2sk = :at")
                    .conditionExpression("attribute_not_exists(gsi2pk) AND deleted = :no")
                    .expressionAttributeValues(Map.of(
                            ":author", Attributes.text(Keys.authorPk(author)),
                            ":at", Attributes.of(receivedAt),
                            ":no", AttributeValue.fromBool(false))));
        } catch (ConditionalCheckFailedException e) {
            // It has an author, or no words.
            return;
        }
    }

    void noticed(CaseId id) {
        try {
            dynamoDb.updateItem(u -> u.tableName(name)
                    .key(Keys.caseKey(id))
                    .updateExpression("SET noticed = :yes")
                    .conditionExpression("attribute_exists(pk)")
                    .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
        } catch (ConditionalCheckFailedException e) {
            // The case expired or was erased meanwhile: there is nothing left to remember it by.
            return;
        }
    }

    /** Writes all or nothing; false when somebody else was faster. */
    boolean write(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (somebodyElse(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether nothing but another writer stood in the way. */
    static boolean somebodyElse(TransactionCanceledException e) {
        return e.cancellationReasons().stream().allMatch(reason -> SOMEBODY_ELSE.contains(reason.code()));
    }

    static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
