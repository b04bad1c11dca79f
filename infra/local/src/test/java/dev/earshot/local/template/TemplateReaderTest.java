package dev.earshot.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.local.template.EventSource.HttpRoute;
import dev.earshot.local.template.EventSource.Schedule;
import dev.earshot.local.template.EventSource.SqsSource;
import dev.earshot.local.template.TableResource.AttributeDefinition;
import dev.earshot.local.template.TableResource.Billing;
import dev.earshot.local.template.TableResource.GlobalIndex;
import dev.earshot.local.template.TableResource.KeySchema;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {

    private static final Path FILE = Path.of("src/test/resources/template/template.yaml");
    private static final String ACCOUNT = "000000000000";
    private static final LocalEnvironment HERE =
            LocalEnvironment.at(URI.create("http://127.0.0.1:9324/"), URI.create("http://127.0.0.1:8080"));

    private final Template template = TemplateReader.read(FILE, Map.of(), HERE);

    private FunctionResource function(String logicalId) {
        return template.functions().stream()
                .filter(it -> it.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private QueueResource queue(String logicalId) {
        return template.queues().stream()
                .filter(it -> it.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void functionHasItsArtifactBesideTheTemplateAndGlobalsBelowItsOwnProperties() {
        FunctionResource ingest = function("Ingest");
        assertEquals(FILE.toAbsolutePath().resolveSibling("functions/ingest/target/function.zip"), ingest.codeUri());
        assertEquals("java17", ingest.runtime());
        assertEquals(10, ingest.timeoutSeconds());
        assertEquals(512, ingest.memoryMb());
        assertEquals(8, function("Analyze").timeoutSeconds());
        assertEquals(1769, function("Analyze").memoryMb());
    }

    @Test
    void environmentMergesGlobalVariablesAndDropsNoValue() {
        String url = "http://127.0.0.1:9324/" + ACCOUNT + "/earshot-MentionsQueue";
        assertEquals(
                Map.of("STAGE", "dev", "TABLE", "overridden", "MENTIONS_QUEUE", url),
                function("Ingest").environment());
        assertEquals("earshot-Table", function("Analyze").environment().get("TABLE"));
    }

    @Test
    void textFunctionsGiveWhatCloudFormationGives() {
        Map<String, String> environment = function("Analyze").environment();
        assertEquals("en|de|fr", environment.get("LANGUAGES"));
        assertEquals("en", environment.get("FIRST_LANGUAGE"));
        assertEquals(
                "https://eu-central-1.amazonaws.com/${Literal}/arn:aws:dynamodb:eu-central-1:" + ACCOUNT
                        + ":table/earshot-Table",
                environment.get("ADDRESS"));
    }

    @Test
    void httpRouteKnowsItsApiAndUpperCaseMethod() {
        HttpRoute hook = (HttpRoute) function("Ingest").events().get(0);
        assertEquals("ANY", hook.method());
        assertEquals("/hooks/{source}", hook.path());
        assertEquals("httpapi", hook.apiId());
    }

    @Test
    void routeWithoutApiAndPathIsTheCatchAllOfTheApiThatSamMakes() {
        HttpRoute rest = (HttpRoute) function("Dispatch").events().get(3);
        assertEquals("$default", rest.path());
        assertEquals("serverlesshttpapi", rest.apiId());
        assertEquals(
                List.of("HttpApi", "ServerlessHttpApi"),
                template.httpApis().stream().map(HttpApiResource::logicalId).toList());
    }

    @Test
    void queueSourceHasItsBatchAndTheDefaultsOfLambda() {
        SqsSource mentions = (SqsSource) function("Analyze").events().get(0);
        assertEquals(queue("MentionsQueue").arn(), mentions.queueArn());
        assertEquals(25, mentions.batchSize());
        assertEquals(1, mentions.windowSeconds());
        assertTrue(mentions.reportBatchItemFailures());
        assertEquals(Optional.of(5), mentions.maxConcurrency());
        Position at = new Position("template.yaml", 122);
        assertEquals(
                new SqsSource("Analyzed", queue("AnalyzedQueue").arn(), 10, 0, false, Optional.empty(), true, at),
                function("Dispatch").events().get(0));
    }

    @Test
    void schedulesKeepTheirExpressionZoneStateAndInput() {
        Schedule hourly = (Schedule) function("Dispatch").events().get(1);
        assertEquals("rate(1 hour)", hourly.expression());
        assertEquals("Europe/Vienna", hourly.timezone());
        assertEquals(false, hourly.enabled());
        assertEquals(Optional.of("{\"what\": \"digest\"}"), hourly.input());
        Schedule morning = (Schedule) function("Dispatch").events().get(2);
        assertEquals("UTC", morning.timezone());
        assertTrue(morning.enabled());
    }

    @Test
    void queueAttributesAreWhatCreateQueueTakes() {
        QueueResource mentions = queue("MentionsQueue");
        String deadLetters = "arn:aws:sqs:eu-central-1:" + ACCOUNT + ":earshot-MentionsDeadLetters";
        assertEquals(
                Map.of(
                        "VisibilityTimeout",
                        "60",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + deadLetters + "\",\"maxReceiveCount\":10}"),
                mentions.attributes());
        assertEquals(Optional.of(deadLetters), mentions.deadLetterTargetArn());
        assertEquals("analyzed", queue("AnalyzedQueue").name());
    }

    @Test
    void tableHasItsKeysIndexesAndExpiry() {
        TableResource table = template.tables().get(0);
        assertEquals(new KeySchema("pk", Optional.of("sk")), table.key());
        assertEquals(new AttributeDefinition("due", "N"), table.attributes().get(2));
        assertEquals(
                List.of(new GlobalIndex(
                        "byDue", new KeySchema("sk", Optional.of("due")), "INCLUDE", List.of("status"))),
                table.indexes());
        assertEquals(Billing.PAY_PER_REQUEST, table.billing());
        assertEquals(Optional.of("expiresAt"), table.ttlAttribute());
    }

    @Test
    void subscriptionKeepsNumbersAndTruthValuesInItsFilter() {
        SubscriptionResource heard = template.subscriptions().get(0);
        assertEquals(
                "{\"kind\":[\"mention\"],\"count\":[{\"numeric\":[\">=\",2]}],\"seen\":[true]}",
                heard.attributes().get("FilterPolicy"));
        assertEquals(template.topics().get(0).arn(), heard.topicArn());
        assertEquals(Map.of("SignatureVersion", "2"), template.topics().get(0).attributes());
    }

    @Test
    void nestedStackJoinsTheModelAndGivesItsOutputs() {
        TopicResource operators = template.topics().get(1);
        assertEquals("Alarms.Operators", operators.logicalId());
        assertEquals("earshot-Alarms-Operators", operators.name());
        assertEquals(new Position("infra/alarms.yaml", 9), operators.at());
        assertEquals(
                "earshot-Alarms-Operators", function("Dispatch").environment().get("ALARMS"));
    }

    @Test
    void whatOnlyWatchesOrPermitsIsListedAndNotEmulated() {
        assertEquals(
                List.of("IngestLogs", "MayPublish", "Alarms.DeadLettersAlarm"),
                template.notEmulated().stream().map(NotEmulated::logicalId).toList());
    }

    @Test
    void resourcesAndOutputsWhoseConditionFailsAreAbsent() {
        assertTrue(template.queues().stream().noneMatch(it -> it.logicalId().equals("NoticesQueue")));
        assertEquals(Map.of("Url", "http://127.0.0.1:8080/hooks"), template.outputs());
    }

    @Test
    void givenParametersReplaceDefaults() {
        Map<String, String> given = Map.of("Issuer", "https://issuer.example", "Stage", "prod");
        Template changed = TemplateReader.read(FILE, given, HERE);
        assertEquals("https://issuer.example", changed.outputs().get("Issuer"));
        assertEquals("prod", changed.parameters().get("Stage"));
        assertTrue(changed.queues().stream().anyMatch(it -> it.logicalId().equals("NoticesQueue")));
    }

    @Test
    void resourcesStandInTheOrderOfTheFile() {
        assertEquals(
                List.of("Ingest", "Analyze", "Dispatch"),
                template.functions().stream().map(FunctionResource::logicalId).toList());
    }
}
