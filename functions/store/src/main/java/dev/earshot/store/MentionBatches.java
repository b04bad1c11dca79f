package dev.earshot.store;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.MentionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads mentions without their cases, one or many at once. */
final class MentionBatches {

    /** What DynamoDB takes in one request. */
    private static final int MOST = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    MentionBatches(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Optional<AnalyzedMention> find(MentionId id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(table).consistentRead(true).key(Keys.key(Keys.mentionPk(id), Keys.MENTION)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(MentionItems.readMention(item));
    }

    /** The mentions of items of the index, in their order, without those that left their list meanwhile. */
    List<AnalyzedMention> stillListed(List<Map<String, AttributeValue>> listed) {
        Map<MentionId, Map<String, AttributeValue>> found = new HashMap<>();
        for (int from = 0; from < listed.size(); from += MOST) {
            List<Map<String, AttributeValue>> keys = listed.subList(from, Math.min(listed.size(), from + MOST)).stream()
                    .map(item -> Keys.key(Keys.mentionPk(Keys.mention(item)), Keys.MENTION))
                    .toList();
            get(keys).forEach(item -> found.put(Keys.mention(item), item));
        }
        return listed.stream()
                .filter(item -> listed(item).equals(listed(found.getOrDefault(Keys.mention(item), Map.of()))))
                .map(item -> MentionItems.readMention(found.getOrDefault(Keys.mention(item), Map.of())))
                .toList();
    }

    private static Optional<AttributeValue> listed(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(Keys.INDEX_PK));
    }

    /** Asks again for what DynamoDB leaves over; it always gives some of it or throws. */
    private List<Map<String, AttributeValue>> get(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> wanted =
                Map.of(table, KeysAndAttributes.builder().keys(keys).build());
        while (!wanted.isEmpty()) {
            Map<String, KeysAndAttributes> asked = wanted;
            BatchGetItemResponse response = dynamoDb.batchGetItem(b -> b.requestItems(asked));
            items.addAll(response.responses().getOrDefault(table, List.of()));
            wanted = response.unprocessedKeys();
        }
        return items;
    }
}
