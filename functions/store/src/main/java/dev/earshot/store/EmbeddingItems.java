package dev.earshot.store;

import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.Mention;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * Keeps what mentions mean, in items beside theirs and outside of their transactions, at half the cost. A version is never
 * written over by an earlier one. A deletion or an erasure takes it away in its own transaction, and it never comes back,
 * however late the writer of an earlier version is: the item without the embedding stays as a mark.
 */
final class EmbeddingItems {

    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    EmbeddingItems(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    /** Keeps the embedding of what was written just now, in place of that of its earlier version. */
    void keep(Change.Write change) {
        Embedding embedding = change.mention().embedding();
        Map<String, AttributeValue> item = item(change.mention().mention());
        if (embedding != null) {
            item.put("model", Attributes.text(embedding.model()));
            item.put("embedding", AttributeValue.fromB(SdkBytes.fromByteArray(embedding.bytes())));
        }
        if (embedding != null || !change.first()) {
            put(item);
        }
    }

    /** The mark in place of what was kept of a mention whose words go, for the transaction that takes them. */
    Optional<Put> takenAway(StoredMention before, Mention tombstone) {
        return before.mention().mention().deleted()
                ? Optional.empty()
                : Optional.of(Put.builder()
                        .tableName(settings.name())
                        .item(item(tombstone))
                        .build());
    }

    private Map<String, AttributeValue> item(Mention mention) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.key(Keys.mentionPk(mention.id()), Keys.EMBEDDING));
        item.put(VERSION, Attributes.number(mention.version()));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(mention)));
        return item;
    }

    private void put(Map<String, AttributeValue> item) {
        try {
            dynamoDb.putItem(p -> p.tableName(settings.name())
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR version < :version")
                    .expressionAttributeValues(Map.of(":version", Attributes.get(item, VERSION))));
        } catch (ConditionalCheckFailedException e) {
            // A later version, or its deletion, was faster.
            return;
        }
    }
}
