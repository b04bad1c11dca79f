package dev.earshot.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.core.notice.NoticePublisher;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.emulators.EmulatorOptions;
import dev.earshot.emulators.Emulators;
import dev.earshot.store.Departments;
import dev.earshot.store.DynamoErasureLedger;
import dev.earshot.store.DynamoMentionStore;
import dev.earshot.store.DynamoReportedLinks;
import dev.earshot.store.TableSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A table, a topic, and a queue that is subscribed to it. */
final class DispatchBench implements AutoCloseable {

    private ErasureLedger ledger;

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Emulators emulators = Emulators.start(EmulatorOptions.defaults().withSnsRetryDelay(Duration.ofMillis(20)));
    final SnsClient sns = client(SnsClient.builder(), emulators.sns());
    private final DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), emulators.dynamoDb());
    private final SqsClient sqs = client(SqsClient.builder(), emulators.sqs());

    /** A topic with its subscribed queue. */
    private TableSettings settings;

    record Topic(String arn, String queue) {}

    Topic topic() {
        String name = "t-" + UUID.randomUUID();
        String arn = sns.createTopic(t -> t.name(name)).topicArn();
        String queue = sqs.createQueue(q -> q.queueName(name)).queueUrl();
        sns.subscribe(s ->
                s.topicArn(arn).protocol("sqs").endpoint(emulators.identity().arn("sqs", name)));
        return new Topic(arn, queue);
    }

    /** The next envelopes that the queue gets, as many as are asked for; then it must be empty. */
    List<JsonNode> envelopes(Topic topic, int count) {
        List<JsonNode> envelopes = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (envelopes.size() < count && System.nanoTime() < deadline) {
            receive(topic, 1).forEach(message -> envelopes.add(json(message.body())));
        }
        receive(topic, 0).forEach(message -> envelopes.add(json(message.body())));
        return envelopes;
    }

    private List<Message> receive(Topic topic, int seconds) {
        return sqs.receiveMessage(r -> r.queueUrl(topic.queue())
                        .waitTimeSeconds(seconds)
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(600))
                .messages();
    }

    /** A table of its own, which stays the one of this bench until the next. */
    DynamoMentionStore store() {
        settings = new TableSettings("table-" + UUID.randomUUID(), 4, 1, Duration.ofDays(30));
        dynamoDb.createTable(t -> t.tableName(settings.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("gsi1pk"), attribute("gsi1sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("gsi1")
                        .keySchema(key("gsi1pk", KeyType.HASH), key("gsi1sk", KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .build()));
        return new DynamoMentionStore(dynamoDb, settings);
    }

    Dispatch dispatch(DynamoMentionStore store, NoticePublisher publisher, Clock clock) {
        RuleBook rules = new RuleBook(Departments.defaults());
        return new Dispatch(() -> rules, store, reports(), stored -> {}, ledger(), publisher, "https://earshot.example.com", clock);
    }

    /** What was reported, in the table of this bench. */
    ReportedLinks reports() {
        return new DynamoReportedLinks(dynamoDb, settings);
    }

    /** The ledger of erasures, which all tests of one bench share. */
    synchronized ErasureLedger ledger() {
        if (ledger == null) {
            String name = "erasures-" + UUID.randomUUID();
            dynamoDb.createTable(t -> t.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("pk"), attribute("sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
            ledger = new DynamoErasureLedger(dynamoDb, name);
        }
        return ledger;
    }

    static MentionDraft draft(String text) {
        return Mention.of("our-forum", "standard-webhooks", "post-1")
                .url("https://forum.example.com/t/1")
                .author(new Author("u1", "ada", "Ada Lovelace"))
                .text(text);
    }

    static AnalyzedMention said(String text) {
        return analyzed(draft(text).heard(NOON));
    }

    static AnalyzedMention said(long version, String text) {
        return analyzed(draft(text).version(version).heard(NOON));
    }

    static AnalyzedMention deleted(long version) {
        return new AnalyzedMention(draft("").version(version).deleted(NOON), null);
    }

    static AnalyzedMention analyzed(Mention mention) {
        return new AnalyzedMention(mention, Analysis.languageOnly(new Analysis.DetectedLanguage("en", 0.98)));
    }

    static JsonNode json(String text) {
        try {
            return EarshotJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The string attributes of an envelope. */
    static Map<String, String> attributes(JsonNode envelope) {
        Map<String, String> attributes = new TreeMap<>();
        envelope.path("MessageAttributes")
                .properties()
                .forEach(a ->
                        attributes.put(a.getKey(), a.getValue().get("Value").asText()));
        return attributes;
    }

    @Override
    public void close() {
        sns.close();
        sqs.close();
        dynamoDb.close();
        emulators.close();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
