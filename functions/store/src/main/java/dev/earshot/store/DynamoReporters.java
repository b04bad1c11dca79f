package dev.earshot.store;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * Keeps who reported a mention in items of their own beside it, so that no later version of the mention touches them, and
 * once more under the reporter, who wants to know what became of it.
 */
public final class DynamoReporters implements Reporters {

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public DynamoReporters(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    @Override
    public void remember(MentionId id, Caller reporter, @Nullable String department, Instant at) {
        Map<String, AttributeValue> beside = Keys.key(Keys.mentionPk(id), Keys.REPORTER + reporter.subject());
        beside.put("by", Attributes.of(new Reporter(reporter.subject(), reporter.name(), department, at)));
        Map<String, AttributeValue> own =
                Keys.key(Keys.reportsPk(reporter.subject()), EarshotJson.time(at) + "#" + id.value());
        dynamoDb.transactWriteItems(
                t -> t.transactItems(MentionTable.put(put(beside, at)), MentionTable.put(put(own, at))));
    }

    private Put put(Map<String, AttributeValue> item, Instant at) {
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(at)));
        return Put.builder().tableName(settings.name()).item(item).build();
    }

    @Override
    public List<Reporter> of(MentionId id) {
        List<Reporter> reporters = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(settings.name())
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :reporter)")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(Keys.mentionPk(id)),
                                ":reporter", Attributes.text(Keys.REPORTER))))
                .items()
                .forEach(item -> reporters.add(Attributes.read(Attributes.get(item, "by"), Reporter.class)));
        return reporters;
    }

    @Override
    public Page<Reported> by(Caller reporter, PageRequest page) {
        String behind = page.after() == null ? "" : page.after().place();
        List<String> places = dynamoDb
                .query(q -> q.tableName(settings.name())
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(page.limit() + 1)
                        .keyConditionExpression("pk = :pk" + (behind.isEmpty() ? "" : " AND sk < :behind"))
                        .expressionAttributeValues(values(reporter, behind)))
                .items()
                .stream()
                .map(item -> Attributes.get(item, Keys.SK).s())
                .toList();
        boolean more = places.size() > page.limit();
        List<String> shown = more ? places.subList(0, page.limit()) : places;
        return new Page<>(
                shown.stream().map(DynamoReporters::reported).toList(),
                more ? new Cursor(shown.get(shown.size() - 1)) : null);
    }

    private static Map<String, AttributeValue> values(Caller reporter, String behind) {
        AttributeValue pk = Attributes.text(Keys.reportsPk(reporter.subject()));
        return behind.isEmpty() ? Map.of(":pk", pk) : Map.of(":pk", pk, ":behind", Attributes.text(behind));
    }

    private static Reported reported(String place) {
        int end = place.indexOf('#');
        return new Reported(new MentionId(place.substring(end + 1)), Instant.parse(place.substring(0, end)));
    }
}
