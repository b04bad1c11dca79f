package dev.earshot.store;

import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.learning.TaughtStore;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Keeps lessons under one key. What their mentions mean stays beside those and is read from there, so that an erasure or a
 * deletion takes it from the lessons, too.
 */
public final class DynamoTaught implements TaughtStore {

    private static final int MOST_OF_A_BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public DynamoTaught(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    @Override
    public void keep(Taught taught, Instant heardAt) {
        Map<String, AttributeValue> item = Keys.lessonKey(taught.department(), taught.mention());
        item.put("taught", Attributes.of(taught));
        item.put("at", Attributes.of(taught.at()));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(heardAt)));
        try {
            dynamoDb.putItem(p -> p.tableName(settings.name())
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR #at <= :at")
                    .expressionAttributeNames(Map.of("#at", "at"))
                    .expressionAttributeValues(Map.of(":at", Attributes.get(item, "at"))));
        } catch (ConditionalCheckFailedException e) {
            // A later lesson was faster.
            return;
        }
    }

    @Override
    public boolean means(MentionId mention) {
        return embeddings(List.of(mention)).containsKey(mention);
    }

    @Override
    public List<Meant> newest(int most) {
        List<Taught> lessons = stored().stream()
                .sorted(Comparator.comparing(Taught::at).reversed())
                .limit(most)
                .toList();
        Map<MentionId, Embedding> embeddings =
                embeddings(lessons.stream().map(Taught::mention).distinct().toList());
        List<Meant> meant = new ArrayList<>();
        for (Taught taught : lessons) {
            Embedding embedding = embeddings.get(taught.mention());
            if (embedding == null) {
                forget(taught);
            } else {
                meant.add(new Meant(taught, embedding));
            }
        }
        return meant;
    }

    private List<Taught> stored() {
        List<Taught> lessons = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(settings.name())
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.LESSONS))))
                .items()
                .forEach(item -> lessons.add(Attributes.read(Attributes.get(item, "taught"), Taught.class)));
        return lessons;
    }

    private void forget(Taught taught) {
        dynamoDb.deleteItem(
                d -> d.tableName(settings.name()).key(Keys.lessonKey(taught.department(), taught.mention())));
    }

    private Map<MentionId, Embedding> embeddings(List<MentionId> mentions) {
        Map<MentionId, Embedding> found = new HashMap<>();
        for (int from = 0; from < mentions.size(); from += MOST_OF_A_BATCH) {
            List<Map<String, AttributeValue>> keys =
                    mentions.subList(from, Math.min(mentions.size(), from + MOST_OF_A_BATCH)).stream()
                            .map(id -> Keys.key(Keys.mentionPk(id), Keys.EMBEDDING))
                            .toList();
            KeysAndAttributes wanted =
                    KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
            dynamoDb.batchGetItemPaginator(b -> b.requestItems(Map.of(settings.name(), wanted)))
                    .forEach(page -> page.responses().getOrDefault(settings.name(), List.of()).stream()
                            .filter(item -> item.containsKey("embedding"))
                            .forEach(item -> found.put(Keys.mention(item), embedding(item))));
        }
        return found;
    }

    private static Embedding embedding(Map<String, AttributeValue> item) {
        byte[] bytes = Attributes.get(item, "embedding").b().asByteArray();
        return new Embedding(
                Attributes.get(item, "model").s(), Base64.getEncoder().encodeToString(bytes));
    }
}
