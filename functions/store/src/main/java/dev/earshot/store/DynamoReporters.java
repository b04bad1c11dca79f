package dev.earshot.store;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps who reported a mention in items of their own beside it, so that no later version of the mention touches them. */
public final class DynamoReporters implements Reporters {

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public DynamoReporters(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    @Override
    public void remember(MentionId id, Caller reporter, Instant at) {
        Map<String, AttributeValue> item = Keys.key(Keys.mentionPk(id), Keys.REPORTER + reporter.subject());
        item.put("by", Attributes.of(new Reporter(reporter.subject(), reporter.name(), at)));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(at)));
        dynamoDb.putItem(p -> p.tableName(settings.name()).item(item));
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
}
