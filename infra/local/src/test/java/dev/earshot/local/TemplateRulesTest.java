package dev.earshot.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.local.template.QueueResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What must hold in template.yaml, each rule with its reason. */
class TemplateRulesTest {

    private static final int TIMEOUT = 10;
    private static final int VISIBILITY = 60;
    private static final String TWO_WEEKS = "1209600";

    /** The actions that IAM only allows on every resource, each with the reason why nothing narrower can be written. */
    private static final Map<String, String> WITHOUT_RESOURCES = Map.of(
            "comprehend:BatchDetectDominantLanguage", "works on the texts of the request, there is nothing to name",
            "comprehend:BatchDetectSentiment", "works on the texts of the request, there is nothing to name",
            "sns:Unsubscribe", "IAM knows no subscriptions, only topics, and this names a subscription",
            "sns:GetSubscriptionAttributes", "IAM knows no subscriptions, only topics, and this names a subscription",
            "sns:SetSubscriptionAttributes", "IAM knows no subscriptions, only topics, and this names a subscription");

    /** The functions of analyze's artifact, which stays with Java. */
    private static final Set<String> OF_ANALYZE = Set.of("Analyze", "Try", "Learn");

    private static final Set<String> MAY_ASK_COMPREHEND = Set.of("Analyze", "Try");

    private static final RepositoryTemplate TEMPLATE = new RepositoryTemplate();
    private static final JsonNode LEDGER = TEMPLATE.properties("ErasureLedger");

    @Test
    void everyFunctionHasALogGroupThatForgets() {
        List<JsonNode> groups = TEMPLATE.all("AWS::Logs::LogGroup");
        for (FunctionResource function : TEMPLATE.functions()) {
            String wanted = "/aws/lambda/"
                    + TEMPLATE.property(function, "FunctionName")
                            .path("Fn::Sub")
                            .asText();
            assertTrue(
                    groups.stream()
                            .anyMatch(group -> group.path("LogGroupName")
                                            .path("Fn::Sub")
                                            .asText()
                                            .equals(wanted)
                                    && group.has("RetentionInDays")),
                    because(
                            function,
                            "needs a log group named " + wanted + " with RetentionInDays: the one that"
                                    + " Lambda makes by itself is kept for ever"));
        }
    }

    @Test
    void everyConsumedQueueGivesUpAfterTenReceives() {
        TEMPLATE.forEachConsumed((function, queue) -> {
            JsonNode redrive = TEMPLATE.properties(queue.logicalId()).path("RedrivePolicy");
            assertTrue(
                    redrive.has("deadLetterTargetArn"),
                    because(queue, "has no dead-letter queue: what fails always would be tried for ever"));
            assertEquals(
                    10,
                    redrive.path("maxReceiveCount").asInt(),
                    because(queue, "must redrive after 10 receives: that outlives an outage of ten minutes"));
        });
    }

    @Test
    void everyQueueSourceReportsItsFailuresOneByOne() {
        TEMPLATE.forEachSource((function, source) -> assertTrue(
                source.reportBatchItemFailures(),
                () -> source.at() + ": without ReportBatchItemFailures Lambda ignores which messages failed, and"
                        + " deletes them all"));
    }

    @Test
    void everyFunctionEndsAfterTenSeconds() {
        TEMPLATE.functions()
                .forEach(function -> assertEquals(
                        TIMEOUT,
                        function.timeoutSeconds(),
                        because(function, "must time out after 10 s, on which the queues' visibility builds")));
    }

    @Test
    void everyConsumedQueueHidesAMessageForSixTimeouts() {
        TEMPLATE.forEachConsumed((function, queue) -> {
            int visibility = Integer.parseInt(queue.attributes().getOrDefault("VisibilityTimeout", "30"));
            assertEquals(VISIBILITY, visibility, because(queue, "must hide what is received for 60 s"));
            assertTrue(
                    visibility >= 6 * function.timeoutSeconds(),
                    because(
                            queue,
                            "must hide what is received for six times the timeout of " + function.logicalId()
                                    + ", or throttled batches come back while they are worked on"));
        });
    }

    @Test
    void everyFunctionRunsOnJava25() {
        TEMPLATE.functions()
                .forEach(function -> assertEquals(
                        "java25",
                        function.runtime(),
                        because(function, "runs on another Java than the others and the docs")));
    }

    @Test
    void nativeExecutablesRunOnAmazonLinuxAndAnalyzeStaysWithJava() {
        new RepositoryTemplate(Map.of("Native", "true"))
                .functions()
                .forEach(function -> assertEquals(
                        OF_ANALYZE.contains(function.logicalId()) ? "java25" : "provided.al2023",
                        function.runtime(),
                        because(function, "must run on what its build gives")));
    }

    @Test
    void functionsStartFromSnapshotsWhereLambdaTakesThem() {
        JsonNode shared = TEMPLATE.written().at("/Globals/Function/SnapStart/ApplyOn/Fn::If");
        assertEquals("[\"IsNative\",\"None\",\"PublishedVersions\"]", shared.toString());
        OF_ANALYZE.forEach(function -> assertEquals(
                "PublishedVersions",
                TEMPLATE.properties(function).at("/SnapStart/ApplyOn").asText(),
                "Lambda refuses SnapStart for executables alone, and analyze is none"));
    }

    @Test
    void everyFunctionRunsOnTheProcessorOfTheParameterWhichIsArmByDefault() {
        for (FunctionResource function : TEMPLATE.functions()) {
            JsonNode architectures = TEMPLATE.property(function, "Architectures");
            assertEquals(
                    "[{\"Ref\":\"Architecture\"}]",
                    architectures.toString(),
                    because(function, "must leave its processor to the parameter, for those who build on x86"));
        }
        assertEquals(
                "arm64",
                TEMPLATE.resolved().parameters().get("Architecture"),
                "Architecture must be arm64 by default: it costs a fifth less");
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        Set<String> roles = new HashSet<>();
        for (FunctionResource function : TEMPLATE.functions()) {
            String role = TEMPLATE.property(function, "Role").path("Fn::GetAtt").asText();
            assertTrue(
                    TEMPLATE.written().path("Resources").has(role.replace(".Arn", "")) && role.endsWith(".Arn"),
                    because(function, "needs a Role from this template: SAM's own roles allow more than is used"));
            assertTrue(roles.add(role), because(function, "shares " + role + ", and so what another one may do"));
        }
    }

    @Test
    void noStatementAllowsWhatItDoesNotName() {
        List<JsonNode> statements = new ArrayList<>();
        collectStatements(TEMPLATE.written(), statements);
        assertFalse(statements.isEmpty(), "no IAM statement found: this test looks in the wrong place");
        for (JsonNode statement : statements) {
            assertFalse(
                    (statement.path("Action").toString() + resources(statement)).contains("*"),
                    () -> "write each Action and Resource out, without *: " + statement);
            assertFalse(
                    statement.has("NotAction") || statement.has("NotResource"),
                    () -> "say what is allowed, not what is not: " + statement);
        }
    }

    @Test
    void whatIsAllowedOnEveryResourceIsAllowedOnlyWhereItIsUsed() {
        for (String function : MAY_ASK_COMPREHEND) {
            List<JsonNode> chosen = new ArrayList<>();
            for (JsonNode policy : TEMPLATE.properties(function + "Role").path("Policies")) {
                policy.at("/PolicyDocument/Statement").forEach(statement -> chosen.add(statement.path("Fn::If")));
            }
            List<JsonNode> comprehend = chosen.stream()
                    .filter(choice -> choice.toString().contains("comprehend:"))
                    .toList();
            assertEquals(1, comprehend.size());
            assertEquals("UsesComprehend", comprehend.get(0).get(0).asText());
            assertEquals(
                    "AWS::NoValue",
                    comprehend.get(0).get(2).path("Ref").asText(),
                    "with the local analyzer nobody may send words to Comprehend");
        }
        List<JsonNode> statements = new ArrayList<>();
        collectStatements(TEMPLATE.written(), statements);
        assertEquals(
                MAY_ASK_COMPREHEND.size(),
                statements.stream()
                        .filter(statement -> statement.toString().contains("comprehend:"))
                        .count());
    }

    @Test
    void noFunctionHasPoliciesBesideItsRole() {
        TEMPLATE.functions()
                .forEach(function -> assertTrue(
                        TEMPLATE.property(function, "Policies").isMissingNode(),
                        because(function, "has Policies, which SAM ignores for a function that has a Role")));
    }

    @Test
    void everyTableIsPaidPerRequestRecoverableExpiringAndEncrypted() {
        List<JsonNode> tables = TEMPLATE.all("AWS::DynamoDB::Table");
        assertFalse(tables.isEmpty(), "there is no table");
        for (JsonNode table : tables) {
            assertEquals("PAY_PER_REQUEST", table.path("BillingMode").asText(), "nobody should pay for idle capacity");
            assertTrue(
                    table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asBoolean(),
                    "a mistake must be undoable: enable point-in-time recovery");
            assertTrue(
                    table.at("/TimeToLiveSpecification/Enabled").asBoolean() || table.equals(LEDGER),
                    "what people said must go after its retention: enable TTL");
            assertTrue(
                    table.at("/SSESpecification/SSEEnabled").asBoolean(),
                    "what people said must be encrypted with a key whose use is logged: enable SSE");
        }
    }

    @Test
    void aDeadLetterQueueIsNamedAfterItsQueue() {
        TEMPLATE.resolved().queues().forEach(queue -> queue.deadLetterTargetArn()
                .ifPresent(dead -> assertTrue(
                        dead.endsWith(":" + queue.name() + "-dead"),
                        because(queue, "must have the dead-letter queue that ./earshot redrive looks for"))));
    }

    @Test
    void noAccessLogNamesPathsWhichMayEndInSecrets() {
        String template = TEMPLATE.written().toString();
        for (String variable : List.of("$context.path", "$context.http", "$context.domain", "$input")) {
            assertFalse(
                    template.contains(variable),
                    () -> variable + " has the path of /hooks/{source}/{secret}; log $context.routeKey instead");
        }
    }

    @Test
    void ingestSeesNothingOfTheTableButHowSourcesAre() {
        List<JsonNode> statements = new ArrayList<>();
        collectStatements(TEMPLATE.properties("IngestRole"), statements);
        List<JsonNode> onTables = statements.stream()
                .filter(statement -> statement.toString().contains("dynamodb:"))
                .toList();
        assertEquals(1, onTables.size());
        assertEquals(
                "[\"SOURCES\",\"SOURCE#*\"]",
                onTables.get(0)
                        .at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")
                        .toString(),
                "what strangers reach must not read what people said");
    }

    @Test
    void tryReadsDepartmentsAndWhatWasLearnedAndNothingThatAnybodySaid() {
        List<JsonNode> onTables = onTables("TryRole");
        assertEquals(2, onTables.size());
        assertEquals("dynamodb:Query", onTables.get(0).path("Action").asText());
        assertEquals("[\"CONFIG\",\"WEIGHTS\"]", keysThatEqual(onTables.get(0)));
        assertCountsSpending(onTables.get(1));
    }

    @Test
    void analyzeReadsDepartmentsAndWhatWasLearnedWritesDownWhatItSpendsAndSeesNothingElseOfTheTable() {
        List<JsonNode> onTables = onTables("AnalyzeRole");
        assertEquals(2, onTables.size());
        assertEquals("dynamodb:Query", onTables.get(0).path("Action").asText());
        assertEquals("[\"CONFIG\",\"WEIGHTS\"]", keysThatEqual(onTables.get(0)));
        assertCountsSpending(onTables.get(1));
    }

    @Test
    void learnWritesLessonsAndWeightsAlone() {
        List<JsonNode> onTables = onTables("LearnRole");
        assertEquals(3, onTables.size());
        assertEquals(
                "[\"dynamodb:Query\",\"dynamodb:BatchGetItem\"]",
                onTables.get(0).path("Action").toString(),
                "it reads what was said, and changes none of it");
        assertEquals("[\"LESSONS\",\"WEIGHTS\"]", keysThatEqual(onTables.get(1)));
        assertEquals("[\"LESSONS\"]", keysThatEqual(onTables.get(2)));
    }

    private static String keysThatEqual(JsonNode statement) {
        return statement
                .at("/Condition/ForAllValues:StringEquals/dynamodb:LeadingKeys")
                .toString();
    }

    private static void assertCountsSpending(JsonNode statement) {
        assertEquals("dynamodb:UpdateItem", statement.path("Action").asText());
        assertEquals(
                "[\"SPEND#*\"]",
                statement
                        .at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")
                        .toString());
    }

    private static List<JsonNode> onTables(String role) {
        List<JsonNode> statements = new ArrayList<>();
        collectStatements(TEMPLATE.properties(role), statements);
        return statements.stream()
                .filter(statement -> statement.toString().contains("dynamodb:"))
                .toList();
    }

    @Test
    void theLedgerOfErasuresForgetsNothing() {
        assertFalse(LEDGER.isMissingNode(), "there is no ledger");
        assertFalse(
                LEDGER.has("TimeToLiveSpecification"),
                "an entry must outlive every backup that holds the words: no TTL; it has no words or names");
    }

    @Test
    void deadLettersAreKeptForTwoWeeks() {
        List<QueueResource> queues = TEMPLATE.resolved().queues();
        queues.stream()
                .flatMap(queue -> queue.deadLetterTargetArn().stream())
                .map(arn -> TEMPLATE.resolved().queue(arn).orElseThrow())
                .forEach(dead -> assertEquals(
                        TWO_WEEKS,
                        dead.attributes().get("MessageRetentionPeriod"),
                        because(dead, "must keep messages for 14 days, the most that there is: somebody may be away")));
    }

    /** The resources of a statement, without the {@code *} of actions for which that is the only one. */
    private static String resources(JsonNode statement) {
        JsonNode actions = statement.path("Action");
        Stream<JsonNode> named =
                actions.isArray() ? StreamSupport.stream(actions.spliterator(), false) : Stream.of(actions);
        return named.allMatch(action -> WITHOUT_RESOURCES.containsKey(action.asText()))
                ? ""
                : statement.path("Resource").toString();
    }

    private static void collectStatements(JsonNode node, List<JsonNode> found) {
        if (node.has("Effect")) {
            found.add(node);
        }
        node.forEach(child -> collectStatements(child, found));
    }

    private static String because(FunctionResource function, String reason) {
        return function.at() + ": " + function.logicalId() + " " + reason;
    }

    private static String because(QueueResource queue, String reason) {
        return queue.at() + ": " + queue.logicalId() + " " + reason;
    }
}
