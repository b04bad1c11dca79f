package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.source.SourceState;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.lambda.FunctionLine;
import dev.earshot.local.lambda.FunctionPool;
import dev.earshot.local.lambda.FunctionSpec;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.Share;
import dev.earshot.local.stack.StackCreator;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.Template;
import dev.earshot.local.template.TemplateReader;
import dev.earshot.store.DynamoSourceHealth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;

/** Every packaged function alone: events of the events folder in, messages and items out. */
class ArtifactsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path work;

    private static Emulators emulators;
    private static Template template;
    private static SqsClient sqs;
    private static final Map<String, FunctionPool> POOLS = new HashMap<>();
    private static final List<String> OUTPUT = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void createsWhatTheTemplateDescribes() {
        emulators = Emulators.start();
        template = template(Map.of());
        sqs = Sdk.client(SqsClient.builder(), emulators.sqs());
        try (DynamoDbClient dynamoDb = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb());
                SnsClient sns = Sdk.client(SnsClient.builder(), emulators.sns())) {
            new StackCreator(sqs, dynamoDb, sns).create(template);
        }
        for (Source source : TestCloud.SOURCES) {
            emulators
                    .ssmEmulator()
                    .putSecret(
                            "/earshot/sources/" + source.name(),
                            EarshotJson.mapper().valueToTree(source).toString());
        }
    }

    @AfterAll
    static void endsIt() {
        POOLS.values().forEach(FunctionPool::close);
        sqs.close();
        emulators.close();
    }

    @BeforeEach
    void forgetsTheOutput() {
        OUTPUT.clear();
    }

    @Test
    void ingestQueuesAGenuineEventAndRefusesAnAgedOrForgedOne() throws Exception {
        FunctionPool ingest = running("Ingest");
        JsonNode answer = invoke(ingest, event("ingest/github-issue-opened.json"));
        assertEquals(202, answer.get("statusCode").asInt(), answer.toString());
        JsonNode queued =
                EarshotJson.mapper().readTree(receive("earshot-mentions").body());
        assertEquals(1, queued.get("earshot").asInt());
        assertEquals("issue-3001234567", queued.at("/mention/externalId").asText());
        assertEquals(
                "Timer drifts by a minute an hour", queued.at("/mention/title").asText());

        JsonNode aged = invoke(ingest, event("ingest/forum-refund.json"));
        assertEquals(401, aged.get("statusCode").asInt(), aged.toString());
        ObjectNode forged = (ObjectNode) EarshotJson.mapper().readTree(event("ingest/github-issue-opened.json"));
        forged.put("body", forged.get("body").asText().replace("Timer", "timer"));
        assertEquals(401, invoke(ingest, forged.toString()).get("statusCode").asInt());
    }

    @Test
    void ingestAgreesWithASenderOfCloudEventsAndQueuesItsBatch() throws Exception {
        FunctionPool ingest = running("Ingest");
        ObjectNode question = (ObjectNode) EarshotJson.mapper().readTree(event("ingest/cloudevents-review.json"));
        question.withObject("/requestContext/http").put("method", "OPTIONS");
        question.withObject("/headers").put("webhook-request-rate", "120");
        JsonNode consent = invoke(ingest, question.toString());
        assertEquals(200, consent.get("statusCode").asInt(), consent.toString());
        assertEquals(
                "apps.example.com",
                consent.at("/headers/WebHook-Allowed-Origin").asText());
        assertEquals("120", consent.at("/headers/WebHook-Allowed-Rate").asText());

        JsonNode answer = invoke(ingest, event("ingest/cloudevents-survey-batch.json"));
        assertEquals(202, answer.get("statusCode").asInt(), answer.toString());
        for (int i = 0; i < 2; i++) {
            JsonNode queued =
                    EarshotJson.mapper().readTree(receive("earshot-mentions").body());
            assertTrue(queued.at("/mention/externalId").asText().matches("/surveys/autumn a-[12]"), queued::toString);
        }
    }

    @Test
    void pollReadsWhatIsDueAndQueuesWhatIsNew() throws Exception {
        try (FeedSite site = new FeedSite()) {
            emulators.ssmEmulator().putSecret("/earshot/sources/our-blog", site.feedSource("our-blog"));
            try (FunctionPool poll = start(template, "Poll", Map.of("EARSHOT_ALLOW_PRIVATE_ADDRESSES", "true"))) {
                JsonNode visit = invoke(poll, event("poll/scheduled.json"));
                assertEquals(1, visit.get("feeds").asInt(), visit.toString());
                assertEquals(1, visit.get("mentions").asInt(), visit.toString());
                JsonNode queued = EarshotJson.mapper()
                        .readTree(receive("earshot-mentions").body());
                assertEquals("our-blog", queued.at("/mention/source").asText());
                assertEquals(FeedSite.WORDS, queued.at("/mention/text").asText());
                assertEquals(
                        0,
                        invoke(poll, event("poll/scheduled.json")).get("feeds").asInt(),
                        "it is not due");
                assertLogged("\"FeedsRead\"");
                assertTrue(
                        registered().contains("our-blog"), "the sources' page knows of it, though no hook was called");
            }
        }
    }

    private static List<String> registered() {
        try (DynamoDbClient dynamoDb = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb())) {
            return new DynamoSourceHealth(dynamoDb, template.tables().get(0).name())
                    .all(Instant.now()).stream().map(SourceState::name).toList();
        }
    }

    @Test
    void analyzePassesGoodMessagesOnAndTheBadOneToItsDeadLetterQueueWithItsReason() throws Exception {
        FunctionPool analyze = running("Analyze");
        JsonNode answer = invoke(analyze, event("analyze/one-bad-of-three.json"));
        assertEquals(0, answer.get("batchItemFailures").size(), answer.toString());
        Map<String, String> languages = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            JsonNode analyzed =
                    EarshotJson.mapper().readTree(receive("earshot-analyzed").body());
            String language = analyzed.at("/analysis/language/code").asText();
            assertEquals(
                    language.equals("en") ? "NEGATIVE" : "null",
                    analyzed.at("/analysis/sentiment").asText());
            assertEquals(
                    language.equals("en"), analyzed.at("/analysis/unanalysed").isNull(), "why there is no sentiment");
            languages.put(analyzed.at("/mention/externalId").asText(), language);
        }
        assertEquals(Map.of("post-203", "en", "post-204", "de"), languages);
        Message dead = receive("earshot-mentions-dead");
        assertEquals("unknown message version 9", attribute(dead, "reason"));
        assertTrue(attribute(dead, "origin").endsWith(":earshot-mentions"), attribute(dead, "origin"));
        assertEquals("{\"earshot\": 9, \"mention\": {}}", dead.body());
        assertLogged("m_", "mentionId");
    }

    @Test
    void tryIsAnotherHandlerOfAnalyzesArtifactAndRefusesWhoProvesNothing() throws Exception {
        FunctionPool trial = running("Try");
        JsonNode answer = invoke(trial, event("try/without-token.json"));
        assertEquals(401, answer.get("statusCode").asInt(), answer.toString());
        assertEquals("Bearer", answer.at("/headers/WWW-Authenticate").asText());
    }

    @Test
    void learnIsAnotherHandlerOfAnalyzesArtifactAndMakesTheBadMessageADeadLetter() throws Exception {
        FunctionPool learn = running("Learn");
        JsonNode answer = invoke(learn, event("learn/one-bad-of-two.json"));
        assertEquals(0, answer.get("batchItemFailures").size(), answer.toString());
        Message dead = receive("earshot-lessons-dead");
        assertTrue(attribute(dead, "reason").startsWith("not a valid message: /lesson"), attribute(dead, "reason"));
        assertEquals("learn", attribute(dead, "function"));
        assertLogged("\"LessonsDropped\":1");
    }

    @Test
    void analyzeAsksComprehendWhenItsModeIsThat() throws Exception {
        Template comprehend = template(Map.of("AnalyzerMode", "comprehend"));
        try (CannedComprehend canned = new CannedComprehend();
                FunctionPool analyze = start(
                        comprehend,
                        "Analyze",
                        Map.of("AWS_ENDPOINT_URL_COMPREHEND", canned.endpoint().toString()))) {
            JsonNode answer = invoke(analyze, event("analyze/mention.json"));
            assertEquals(0, answer.get("batchItemFailures").size(), answer.toString());
            JsonNode analysis = EarshotJson.mapper()
                    .readTree(receive("earshot-analyzed").body())
                    .get("analysis");
            assertEquals("comprehend", analysis.get("mode").asText(), analysis.toString());
            assertEquals("NEGATIVE", analysis.get("sentiment").asText());
            assertEquals(0.7, analysis.at("/sentimentScores/negative").asDouble());
            assertTrue(analysis.get("unanalysed").isNull(), analysis.toString());
            assertTrue(canned.operations().contains("BatchDetectSentiment"), canned.operations()::toString);
            assertLogged("\"ComprehendSentimentUnits\"");
        }
    }

    @Test
    void dispatchStoresAndNoticesTheGoodMessagesAndMakesTheBadOneADeadLetter() throws Exception {
        FunctionPool dispatch = running("Dispatch");
        try (NoticeReceiver receiver = new NoticeReceiver();
                SnsClient sns = Sdk.client(SnsClient.builder(), emulators.sns())) {
            sns.subscribe(s -> s.topicArn(template.topics().get(0).arn())
                    .protocol("http")
                    .endpoint(receiver.address().toString()));
            await().atMost(SOON).until(() -> confirmed(sns));
            for (int times = 0; times < 2; times++) {
                JsonNode answer = invoke(dispatch, event("dispatch/one-bad-of-three.json"));
                assertEquals(0, answer.get("batchItemFailures").size(), answer.toString());
                assertEquals("not JSON, at character 0", attribute(receive("earshot-analyzed-dead"), "reason"));
            }
            await().atMost(SOON).until(() -> receiver.notices().size() == 2);
            assertEquals(
                    List.of("product", "support"),
                    receiver.notices().stream()
                            .map(notice -> notice.get("department").asText())
                            .sorted()
                            .toList());
            assertEquals(List.of(), receiver.faults());
            assertLogged(MentionId.of("our-forum", "post-203").value(), "mentionId");
        }
    }

    @Test
    void inboxLetsNobodyInAndLivesWithoutItsIssuer() throws Exception {
        FunctionPool inbox = running("Inbox");
        JsonNode api = invoke(inbox, event("inbox/api-without-token.json"));
        assertEquals(401, api.get("statusCode").asInt(), api.toString());
        assertEquals("application/problem+json", api.at("/headers/Content-Type").asText(), api.toString());
        assertTrue(api.at("/headers").has("Strict-Transport-Security"), api.toString());

        JsonNode page = invoke(inbox, event("inbox/page-without-session.json"));
        assertEquals(503, page.get("statusCode").asInt(), page.toString());
        assertTrue(page.get("body").asText().contains("does not answer"), page.toString());
    }

    @Test
    void noFunctionLogsWordsNamesOrSecrets() throws Exception {
        FunctionPool analyze = running("Analyze");
        FunctionPool dispatch = running("Dispatch");
        FunctionPool ingest = running("Ingest");
        invoke(ingest, event("ingest/github-issue-opened.json"));
        invoke(ingest, event("ingest/forum-refund.json"));
        invoke(ingest, event("ingest/cloudevents-review.json"));
        invoke(ingest, withSecretInPath(event("ingest/forum-refund.json")));
        invoke(analyze, event("analyze/mention.json"));
        invoke(dispatch, event("dispatch/mention.json"));
        await().atMost(SOON).until(() -> OUTPUT.stream().anyMatch(line -> line.contains("\"Dispatched\"")));
        String all = String.join("\n", OUTPUT);
        Stream.of(
                        "refund",
                        "parcel",
                        "Mira",
                        "kettle",
                        "whsec_",
                        "local-secret",
                        "local-token",
                        "path-secret",
                        "Nils",
                        "u1\"")
                .forEach(word -> assertTrue(!all.contains(word), "logged: " + word));
        sqs.listQueues().queueUrls().forEach(ArtifactsIT::purge);
    }

    /** To a source that has none: whatever path is called, it must not be logged. */
    private static String withSecretInPath(String event) throws IOException {
        ObjectNode called = (ObjectNode) EarshotJson.mapper().readTree(event);
        String path = "/hooks/our-forum/path-secret";
        called.put("rawPath", path).put("routeKey", "ANY /hooks/{source}/{secret}");
        called.withObject("/requestContext/http").put("path", path);
        called.putObject("pathParameters").put("source", "our-forum").put("secret", "path-secret");
        return called.toString();
    }

    private static void purge(String url) {
        try {
            sqs.purgeQueue(p -> p.queueUrl(url));
        } catch (PurgeQueueInProgressException e) {
            throw new AssertionError(e);
        }
    }

    private static Template template(Map<String, String> parameters) {
        Map<String, String> given = new HashMap<>(TestCloud.PARAMETERS);
        given.putAll(parameters);
        return TemplateReader.read(
                TestCloud.HOME.resolve("template.yaml"),
                given,
                LocalEnvironment.at(emulators.sqs(), URI.create("http://127.0.0.1:1")));
    }

    /** One process for all tests that need no other environment; it is as warm as Lambda's are. */
    private static FunctionPool running(String logicalId) throws IOException {
        FunctionPool pool = POOLS.get(logicalId);
        if (pool == null) {
            pool = start(template, logicalId, Map.of());
            POOLS.put(logicalId, pool);
        }
        return pool;
    }

    private static FunctionPool start(Template template, String logicalId, Map<String, String> more)
            throws IOException {
        FunctionResource function = template.functions().stream()
                .filter(candidate -> candidate.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.putAll(emulators.environment());
        environment.putAll(more);
        FunctionSpec spec = new FunctionSpec(
                function.name(),
                function.codeUri(),
                function.handler(),
                Duration.ofSeconds(function.timeoutSeconds()),
                function.memoryMb(),
                environment,
                emulators.identity().region(),
                emulators.identity().accountId());
        FunctionPool pool = FunctionPool.start(spec, work, Share.of(1), ArtifactsIT::keep);
        pool.ready().join();
        return pool;
    }

    private static void keep(FunctionLine line) {
        OUTPUT.add(line.line());
    }

    private static String event(String name) {
        return TestCloud.text(TestCloud.HOME.resolve("events").resolve(name));
    }

    private static JsonNode invoke(FunctionPool function, String event) throws Exception {
        InvocationResult result = function.invoke(event.getBytes(UTF_8)).get();
        return EarshotJson.mapper()
                .readTree(
                        assertInstanceOf(InvocationResult.Success.class, result).payload());
    }

    private static Message receive(String queue) {
        String url = sqs.getQueueUrl(q -> q.queueName(queue)).queueUrl();
        Message message = await().atMost(SOON)
                .until(
                        () -> sqs.receiveMessage(r -> r.queueUrl(url).messageAttributeNames("All")).messages().stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
        return message;
    }

    private static String attribute(Message message, String name) {
        return message.messageAttributes().get(name).stringValue();
    }

    private static boolean confirmed(SnsClient sns) {
        return sns.listSubscriptions().subscriptions().stream()
                .anyMatch(subscription -> subscription.subscriptionArn().startsWith("arn:"));
    }

    private static void assertLogged(String... parts) {
        await().atMost(SOON)
                .until(() -> OUTPUT.stream().anyMatch(line -> Stream.of(parts).allMatch(line::contains)));
    }
}
