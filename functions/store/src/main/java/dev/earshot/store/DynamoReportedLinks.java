package dev.earshot.store;

import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps an item for each address that was reported, so that mentions need none. */
public final class DynamoReportedLinks implements ReportedLinks {

    private static final String MENTION = "mentionId";

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public DynamoReportedLinks(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    @Override
    public Optional<MentionId> find(String url) {
        // A query, because dispatch may do nothing else; half a read unit.
        Map<String, AttributeValue> key = Keys.reportedLink(url);
        return dynamoDb
                .query(q -> q.tableName(settings.name())
                        .keyConditionExpression("pk = :pk AND sk = :sk")
                        .expressionAttributeValues(
                                Map.of(":pk", Attributes.get(key, Keys.PK), ":sk", Attributes.get(key, Keys.SK))))
                .items()
                .stream()
                .findFirst()
                .map(item -> new MentionId(Attributes.get(item, MENTION).s()));
    }

    @Override
    public void keep(String url, MentionId id, Instant at) {
        Map<String, AttributeValue> item = Keys.reportedLink(url);
        item.put(MENTION, Attributes.text(id.value()));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(at)));
        try {
            dynamoDb.putItem(
                    p -> p.tableName(settings.name()).item(item).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException e) {
            // Somebody reported it before.
            return;
        }
    }
}
