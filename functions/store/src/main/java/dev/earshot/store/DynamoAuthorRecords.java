package dev.earshot.store;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.AuthorRecords;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds what an author said by the index of authors, and reads all that lies under each mention's key. */
public final class DynamoAuthorRecords implements AuthorRecords {

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final FewAtOnce few = new FewAtOnce();

    public DynamoAuthorRecords(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.table = settings.name();
    }

    @Override
    public Page<Held> of(AuthorKey author, PageRequest page) {
        List<Map<String, AttributeValue>> found = said(author, page);
        boolean more = found.size() > page.limit();
        List<Map<String, AttributeValue>> shown = more ? found.subList(0, page.limit()) : found;
        Map<MentionId, Held> held = new ConcurrentHashMap<>();
        few.each(shown.stream().map(Keys::mention).toList(), id -> held(id).ifPresent(one -> held.put(id, one)));
        return new Page<>(
                shown.stream()
                        .map(item -> held.get(Keys.mention(item)))
                        .filter(Objects::nonNull)
                        .toList(),
                more ? place(shown.get(shown.size() - 1)) : null);
    }

    private List<Map<String, AttributeValue>> said(AuthorKey author, PageRequest page) {
        return dynamoDb.query(q -> q.tableName(table)
                        .indexName(Keys.AUTHORS)
                        .scanIndexForward(false)
                        .limit(page.limit() + 1)
                        .exclusiveStartKey(start(author, page.after()))
                        .keyConditionExpression("gsi2pk = :author")
                        .expressionAttributeValues(Map.of(":author", Attributes.text(Keys.authorPk(author)))))
                .items();
    }

    private static Cursor place(Map<String, AttributeValue> item) {
        return new Cursor(Attributes.get(item, Keys.AUTHORS_SK).s() + "#" + Keys.mention(item));
    }

    private static @Nullable Map<String, AttributeValue> start(AuthorKey author, @Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        String[] place = after.place().split("#", 3);
        Map<String, AttributeValue> key = new HashMap<>(Keys.key(
                Keys.mentionPk(MentionId.parse(place[1]).orElseThrow(() -> new IllegalArgumentException("no mention"))),
                Keys.MENTION));
        key.put(Keys.AUTHORS_PK, Attributes.text(Keys.authorPk(author)));
        key.put(Keys.AUTHORS_SK, Attributes.text(place[0]));
        return key;
    }

    private Optional<Held> held(MentionId id) {
        List<Map<String, AttributeValue>> items = dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.mentionPk(id)))))
                .items()
                .stream()
                .toList();
        StoredMention stored = MentionItems.read(items);
        return stored == null
                ? Optional.empty()
                : Optional.of(new Held(stored, model(items), lessons(stored), expiry(items)));
    }

    private static @Nullable String model(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> is(item, Keys.EMBEDDING) && item.containsKey("embedding"))
                .map(item -> Attributes.get(item, "model").s())
                .findFirst()
                .orElse(null);
    }

    private static Instant expiry(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> is(item, Keys.MENTION))
                .map(item -> Instant.ofEpochSecond(
                        Long.parseLong(Attributes.get(item, Keys.EXPIRES_AT).n())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(Map<String, AttributeValue> item, String sk) {
        return Attributes.get(item, Keys.SK).s().equals(sk);
    }

    private List<Taught> lessons(StoredMention stored) {
        return stored.cases().stream()
                .map(Case::department)
                .map(department -> dynamoDb.getItem(g -> g.tableName(table)
                                .key(Keys.lessonKey(department, stored.mention().id())))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(item -> Attributes.read(Attributes.get(item, "taught"), Taught.class))
                .toList();
    }
}
