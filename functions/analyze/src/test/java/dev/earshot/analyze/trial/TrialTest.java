package dev.earshot.analyze.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.analyze.Analyzer;
import dev.earshot.analyze.PackagedModel;
import dev.earshot.analyze.TryHandler;
import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.edge.Metrics;
import dev.earshot.emulators.DynamoDbEmulator;
import dev.earshot.emulators.Sdk;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The packaged analyzer, a real table and the form that API Gateway speaks. */
class TrialTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String TABLE = "earshot-Table";
    private static final Analyzer ANALYZER = Analyzer.oneByOne(new LocalAnalyzer(
            new LanguageDetector(PackagedModel.load(), List.of("en", "de", "fr")),
            TextEncoder.packaged(),
            LocalModels.sentiment(),
            LocalModels.intents(),
            LocalModels.departments()));

    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    static void start() {
        emulator = DynamoDbEmulator.start();
        dynamoDb = Sdk.client(DynamoDbClient.builder(), emulator.endpoint());
        dynamoDb.createTable(t -> t.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
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

    @AfterAll
    static void stop() {
        dynamoDb.close();
        emulator.close();
    }

    @Test
    void aRefundIsUnderstoodAndGivenToSupportAndNothingIsStored() {
        JsonNode tried = tried("{\"text\": \"I want a refund. Nobody answers my emails.\", \"title\": \"Late\"}");
        assertEquals("local", tried.at("/analysis/mode").asText());
        assertEquals("NEGATIVE", tried.at("/analysis/sentiment").asText());
        JsonNode first = tried.at("/decision/departments/0");
        assertEquals("support", first.path("id").asText());
        assertTrue(first.path("priority").isTextual(), tried::toString);
        assertEquals("RULE", first.at("/because/0/kind").asText());
        assertTrue(tried.at("/decision/noise").isNull(), tried::toString);
        assertFalse(tried.at("/decision/unrouted").asBoolean(true), tried::toString);
        assertEquals(0, dynamoDb.scan(s -> s.tableName(TABLE)).count(), "stored");
    }

    @Test
    void whatConcernsNobodyIsSaidToBeUnrouted() {
        JsonNode tried = tried("{\"text\": \"mañana\", \"language\": \"es\", \"source\": \"our-forum\"}");
        assertEquals(0, tried.at("/decision/departments").size(), tried::toString);
        assertTrue(tried.at("/decision/unrouted").asBoolean(), tried::toString);
        assertEquals("es", tried.at("/analysis/language/code").asText());
    }

    @Test
    void theAnswerHasTheMembersOfTheApiAndNoOthers() {
        JsonNode tried = tried("{\"text\": \"I want a refund\"}");
        assertEquals(List.of("analysis", "decision"), names(tried));
        assertEquals(List.of("departments", "noise", "unrouted"), names(tried.path("decision")));
        assertEquals(List.of("id", "priority", "because"), names(tried.at("/decision/departments/0")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                      | /text
            {"text": null}                          | /text
            {"text": ""}                            | /text
            {"text": " \\n\\t "}                    | /text
            {"text": "\\u0000\\u0007"}              | /text
            {"text": "a", "words": "b"}             | /words
            {"text": {"a": 1}}                      | /text
            {"text": ["a"]}                         | /text
            {"text": "a", "source": "Our Forum"}    | /source
            {"text": "a", "source": ""}             | /source
            {"text": "a", "language": "english!"}   | /language
            {"text": "a", "text": "b"}              | ``
            {"text": "a"} {}                        | ``
            {"text"                                 | ``
            {"text": "a                             | /text
            null                                    | ``
            "a"                                     | ``
            []                                      | ``
            ``                                      | ``
            """)
    void whatIsWrongWithABodyIsSaid(String body, String pointer) {
        APIGatewayV2HTTPResponse answer = post(body == null ? "" : body);
        JsonNode problem = problem(400, answer);
        assertEquals(1, problem.path("errors").size(), problem::toString);
        assertEquals(pointer, problem.at("/errors/0/pointer").asText(), problem::toString);
        assertFalse(problem.at("/errors/0/detail").asText().isBlank(), problem::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d half of a character",
                "a\\u0000b",
                "\\u202eright to left",
                "\\uffff",
                "👍",
                "a\\u0301\\u0301",
                "${jndi:x}"
            })
    void anyOtherTextGetsAnAnswer(String text) {
        tried("{\"text\": \"" + text + "\", \"title\": \"" + text + "\"}");
    }

    @Test
    void sixtyFourKilobytesAreTakenAndNotOneByteMore() {
        String body = "{\"text\": \"" + "word ".repeat(13_104) + "\"}";
        String full = body.replace("\"}", "a".repeat(64 * 1024 - body.length()) + "\"}");
        assertEquals(64 * 1024, full.length());
        tried(full);
        problem(413, post(full.replace("\"}", "a\"}")));
        String wide = "{\"text\": \"" + "好".repeat(30_000) + "\"}";
        problem(413, post(wide));
    }

    @Test
    void aBodyThatTheGatewayEncodedIsTheSame() {
        String body = "{\"text\": \"I want a refund, für mich\"}";
        APIGatewayV2HTTPEvent event = event("Bearer good", "application/json; charset=utf-8", body);
        event.setBody(Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
        event.setIsBase64Encoded(true);
        assertEquals(200, handler(ANALYZER).handleRequest(event, null).getStatusCode());
    }

    @Test
    void whoProvesNothingLearnsNothing() {
        assertChallenged("", "Bearer");
        assertChallenged("Basic dTpw", "Bearer error=\"invalid_token\"");
        assertChallenged("Bearer ", "Bearer error=\"invalid_token\"");
        assertChallenged("Bearer bad", "Bearer error=\"invalid_token\"");
    }

    @Test
    void whenTheIssuerOrTheAnalyzerDoNotAnswerTheCallerMayTryAgain() {
        APIGatewayV2HTTPResponse issuer = send(ANALYZER, "Bearer later", "{\"text\": \"a\"}");
        problem(503, issuer);
        assertEquals("5", issuer.getHeaders().get("Retry-After"));
        problem(503, send(mentions -> mention -> new Understanding.NotNow("busy"), "Bearer good", "{\"text\": \"a\"}"));
    }

    @Test
    void aFaultIsToldByItsIdAlone() {
        Analyzer faulty = mentions -> {
            throw new IllegalStateException("a secret of ours");
        };
        JsonNode problem = problem(500, send(faulty, "Bearer good", "{\"text\": \"a\"}"));
        assertFalse(problem.toString().contains("secret"), problem::toString);
    }

    @Test
    void anythingButJsonIsRefused() {
        problem(415, handler(ANALYZER).handleRequest(event("bearer good", "text/plain", "{}"), null));
        problem(415, handler(ANALYZER).handleRequest(event("bearer good", "", "{}"), null));
    }

    @Test
    void trialsAreCountedByTheirOutcomeAndTheirWordsAreNot() {
        tried("{\"text\": \"I want a refund\"}");
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("\"Tried\":1"), lines.get(0));
        assertFalse(lines.get(0).contains("refund"), lines.get(0));
    }

    @Test
    void theInboxShowsTheSignInOfWhoIsAtItsPageAndABearerTokenGoesBeforeIt() {
        String body = "{\"text\": \"I want a refund\"}";
        assertEquals(200, signedIn("signed in", Map.of(), body).getStatusCode());
        problem(401, signedIn("good", Map.of(), body));
        problem(401, signedIn("signed in", Map.of("authorization", "Bearer bad"), body));
        problem(401, signedIn("signed in", Map.of("authorization", "Basic signed in"), body));
    }

    private APIGatewayV2HTTPResponse signedIn(String token, Map<String, String> more, String body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("content-type", "application/json");
        headers.put("earshot-sign-in", token);
        return handler(ANALYZER)
                .handleRequest(
                        APIGatewayV2HTTPEvent.builder()
                                .withHeaders(headers)
                                .withBody(body)
                                .build(),
                        null);
    }

    private void assertChallenged(String authorization, String challenge) {
        APIGatewayV2HTTPResponse answer = send(ANALYZER, authorization, "not even JSON");
        problem(401, answer);
        assertEquals(challenge, answer.getHeaders().get("WWW-Authenticate"));
    }

    private JsonNode tried(String body) {
        APIGatewayV2HTTPResponse answer = post(body);
        assertEquals(200, answer.getStatusCode(), answer.getBody());
        assertEquals("application/json", answer.getHeaders().get("Content-Type"));
        return json(answer);
    }

    private static JsonNode problem(int status, APIGatewayV2HTTPResponse answer) {
        assertEquals(status, answer.getStatusCode(), answer.getBody());
        assertEquals("application/problem+json", answer.getHeaders().get("Content-Type"));
        JsonNode problem = json(answer);
        assertEquals(status, problem.path("status").asInt());
        return problem;
    }

    private APIGatewayV2HTTPResponse post(String body) {
        return send(ANALYZER, "Bearer good", body);
    }

    private APIGatewayV2HTTPResponse send(Analyzer analyzer, String authorization, String body) {
        return handler(analyzer).handleRequest(event(authorization, "application/json", body), null);
    }

    private TryHandler handler(Analyzer analyzer) {
        Tokens tokens = token -> switch (token) {
            case "good" -> Tokens.Verdict.ACCEPTED;
            case "later" -> Tokens.Verdict.NOT_NOW;
            default -> Tokens.Verdict.REFUSED;
        };
        Tokens signIns = token -> token.equals("signed in") ? Tokens.Verdict.ACCEPTED : Tokens.Verdict.REFUSED;
        Supplier<RuleBook> departments =
                Departments.withoutSeeding(new DepartmentTable(dynamoDb, TABLE), NOON)::current;
        return new TryHandler(new Trial(tokens, signIns, analyzer, departments, NOON), new Metrics("try", NOON, lines::add));
    }

    private static APIGatewayV2HTTPEvent event(String authorization, String mediaType, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("authorization", authorization, "content-type", mediaType))
                .withBody(body)
                .build();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode json(APIGatewayV2HTTPResponse answer) {
        try {
            return EarshotJson.mapper().readTree(answer.getBody());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
