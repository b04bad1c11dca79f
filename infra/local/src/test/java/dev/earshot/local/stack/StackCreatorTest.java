package dev.earshot.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.QueueResource;
import dev.earshot.local.template.Template;
import dev.earshot.local.template.TemplateReader;
import dev.earshot.local.template.TopicResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The fixture template, created twice in the emulators: what stands there afterwards is what it says. */
class StackCreatorTest {

    private static final Path FIXTURE = Path.of("src/test/resources/template/template.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Emulators emulators;
    private static SqsClient sqs;
    private static DynamoDbClient dynamoDb;
    private static SnsClient sns;
    private static Template template;

    @BeforeAll
    static void createsItTwice() {
        emulators = Emulators.start();
        sqs = Sdk.client(SqsClient.builder(), emulators.sqs());
        dynamoDb = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb());
        sns = Sdk.client(SnsClient.builder(), emulators.sns());
        template = read(FIXTURE);
        create(template);
        create(template);
    }

    @AfterAll
    static void stops() {
        sns.close();
        dynamoDb.close();
        sqs.close();
        emulators.close();
    }

    @Test
    void everyQueueStandsWhereTheTemplateSaysItDoes() {
        assertEquals(
                template.queues().stream().map(QueueResource::url).collect(Collectors.toSet()),
                Set.copyOf(sqs.listQueues().queueUrls()));
        template.queues()
                .forEach(queue -> assertEquals(queue.arn(), attributes(queue).get(QueueAttributeName.QUEUE_ARN)));
    }

    @Test
    void aQueueHasItsVisibilityAndRedrivesToItsDeadLetterQueue() throws JsonProcessingException {
        Map<QueueAttributeName, String> mentions = attributes(queue("MentionsQueue"));
        assertEquals("60", mentions.get(QueueAttributeName.VISIBILITY_TIMEOUT));
        assertEquals(
                Map.of("deadLetterTargetArn", queue("MentionsDeadLetters").arn(), "maxReceiveCount", 10),
                JSON.readValue(mentions.get(QueueAttributeName.REDRIVE_POLICY), Map.class));
    }

    @Test
    void theTableIsReadyWithItsKeyIndexAndExpiry() {
        TableDescription table =
                dynamoDb.describeTable(r -> r.tableName("earshot-Table")).table();
        assertEquals(TableStatus.ACTIVE, table.tableStatus());
        assertEquals(List.of("pk HASH", "sk RANGE"), key(table.keySchema()));
        GlobalSecondaryIndexDescription byDue = table.globalSecondaryIndexes().get(0);
        assertEquals("byDue", byDue.indexName());
        assertEquals(List.of("sk HASH", "due RANGE"), key(byDue.keySchema()));
        assertEquals(List.of("status"), byDue.projection().nonKeyAttributes());
        TimeToLiveDescription expiry =
                dynamoDb.describeTimeToLive(r -> r.tableName("earshot-Table")).timeToLiveDescription();
        assertEquals("expiresAt", expiry.attributeName());
        assertEquals("ENABLED", expiry.timeToLiveStatusAsString());
    }

    @Test
    void theTopicSignsAsTheTemplateSays() {
        assertEquals(
                template.topics().stream().map(TopicResource::arn).collect(Collectors.toSet()),
                sns.listTopics().topics().stream().map(Topic::topicArn).collect(Collectors.toSet()));
        String notices = emulators.identity().arn("sns", "earshot-Notices");
        assertEquals(
                "2",
                sns.getTopicAttributes(r -> r.topicArn(notices)).attributes().get("SignatureVersion"));
    }

    @Test
    void theQueueHearsTheTopicOnceAndThroughItsFilter() throws JsonProcessingException {
        List<Subscription> subscriptions = sns.listSubscriptions().subscriptions();
        assertEquals(1, subscriptions.size());
        Subscription heard = subscriptions.get(0);
        assertEquals(queue("AnalyzedQueue").arn(), heard.endpoint());
        String filter = sns.getSubscriptionAttributes(r -> r.subscriptionArn(heard.subscriptionArn()))
                .attributes()
                .get("FilterPolicy");
        assertEquals(
                JSON.readTree("{\"kind\":[\"mention\"],\"count\":[{\"numeric\":[\">=\",2]}],\"seen\":[true]}"),
                JSON.readTree(filter));
    }

    @Test
    void whatIsThereAlreadyIsBroughtToTheTemplatesState(@TempDir Path folder) throws IOException {
        create(read(oneQueue(folder, "VisibilityTimeout: 30")));
        Template changed = read(oneQueue(folder, "VisibilityTimeout: 45"));
        create(changed);
        QueueResource queue = changed.queues().get(0);
        assertEquals("45", attributes(queue).get(QueueAttributeName.VISIBILITY_TIMEOUT));
        sqs.deleteQueue(r -> r.queueUrl(queue.url()));
    }

    @Test
    void aResourceThatCannotBeCreatedIsNamedWithItsLine(@TempDir Path folder) throws IOException {
        Template one = read(oneQueue(folder, "DelaySeconds: 0"));
        try (SqsClient nobody = Sdk.client(SqsClient.builder(), Loopback.uri(Loopback.freePort()))) {
            StackCreator creator = new StackCreator(nobody, dynamoDb, sns);
            StackException failed = assertThrows(StackException.class, () -> creator.create(one));
            assertTrue(
                    String.valueOf(failed.getMessage()).startsWith("one.yaml:3: Lone could not be created: "),
                    failed::getMessage);
        }
    }

    private static Path oneQueue(Path folder, String property) throws IOException {
        return Files.writeString(folder.resolve("one.yaml"), """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Lone:
                    Type: AWS::SQS::Queue
                    Properties: {QueueName: lone, %s}
                """.formatted(property));
    }

    private static Template read(Path file) {
        URI anywhere = URI.create("http://127.0.0.1:8080");
        return TemplateReader.read(file, Map.of(), LocalEnvironment.at(emulators.sqs(), anywhere));
    }

    private static void create(Template wanted) {
        new StackCreator(sqs, dynamoDb, sns).create(wanted);
    }

    private static QueueResource queue(String logicalId) {
        return template.queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private static Map<QueueAttributeName, String> attributes(QueueResource queue) {
        return sqs.getQueueAttributes(r -> r.queueUrl(queue.url()).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static List<String> key(List<KeySchemaElement> elements) {
        return elements.stream()
                .map(element -> element.attributeName() + " " + element.keyTypeAsString())
                .toList();
    }
}
