package dev.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.mention.MentionId;
import dev.earshot.provider.Signed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function as API Gateway sees it, with real parameters and a real queue. */
class IngestHandlerTest {

    private static final byte[] HELLO = "{\"data\": {\"id\": \"post-1\", \"text\": \"größer 😀\"}}".getBytes(UTF_8);

    private static final String TOKEN = "token-of-our-apps";
    private static final String BATCH = "application/cloudevents-batch+json";

    private static IngestBench bench;

    @BeforeAll
    static void start() {
        bench = IngestBench.open();
        bench.putSource("our-forum", "standard-webhooks", Signed.SECRET);
        bench.putSource("our-github", "github", "gh-secret");
        bench.putParameter(
                "our-apps",
                "{\"name\": \"our-apps\", \"provider\": \"cloudevents\", \"secrets\": [\"" + TOKEN
                        + "\"], \"options\": {\"allowedOrigins\": [\"apps.example.com\"]}}");
        bench.putSource("misspelt", "gihtub", "gh-secret");
        bench.putParameter("broken", "{\"name\": \"broken\", \"secrets\": [\"" + Signed.SECRET + "\"]}");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void emptyQueue() {
        bench.drain();
    }

    @Test
    void whatIsProvenIsQueuedAndAcceptedWithItsId() {
        APIGatewayV2HTTPResponse response = bench.post("our-forum", signed(HELLO), HELLO);
        assertEquals(202, response.getStatusCode());
        assertEquals("application/json", response.getHeaders().get("Content-Type"));
        String id = MentionId.of("our-forum", "post-1").value();
        assertTrue(id.matches("m_[a-z2-7]{26}"), id);
        assertEquals("{\"accepted\":1,\"ignored\":0,\"mentionIds\":[\"" + id + "\"]}", response.getBody());
        JsonNode queued = IngestBench.json(bench.drain().get(0));
        assertEquals(id, queued.at("/mention/id").asText());
        assertEquals("größer 😀", queued.at("/mention/text").asText());
        assertEquals("our-forum", queued.at("/mention/source").asText());
    }

    @Test
    void theIdIsThatOfTheInterfaceForEverybodyWhoComputesIt() {
        // printf 'our-forum\npost-1' | sha256sum | xxd -r -p | base32 | cut -c1-26 | tr A-Z a-z
        assertEquals(
                "m_4nthj36gz5pp6rlwa6alnykrih",
                MentionId.of("our-forum", "post-1").value());
    }

    @Test
    void aBodyInBase64IsTheBytesThatWereSigned() {
        APIGatewayV2HTTPResponse response = bench.postBase64("our-forum", signed(HELLO), HELLO);
        assertEquals(202, response.getStatusCode());
        assertEquals(1, bench.drain().size());
    }

    @Test
    void headersAreFoundHoweverTheyAreWritten() {
        for (boolean upper : new boolean[] {true, false}) {
            Map<String, String> headers = new HashMap<>();
            signed(HELLO).forEach((name, value) -> headers.put(upper ? name.toUpperCase(Locale.ROOT) : name, value));
            assertEquals(202, bench.post("our-forum", headers, HELLO).getStatusCode());
            byte[] body = Signed.file("github/issues-opened.json");
            Map<String, String> github = new HashMap<>();
            Signed.gitHub("issues", "gh-secret", body)
                    .forEach((name, value) -> github.put(upper ? name.toUpperCase(Locale.ROOT) : name, value));
            assertEquals(202, bench.post("our-github", github, body).getStatusCode());
        }
        assertEquals(4, bench.drain().size());
    }

    @Test
    void aPingIsIgnoredAndSaysSo() {
        byte[] body = Signed.file("github/ping.json");
        APIGatewayV2HTTPResponse response = bench.post("our-github", Signed.gitHub("ping", "gh-secret", body), body);
        assertEquals(202, response.getStatusCode());
        assertEquals("{\"accepted\":0,\"ignored\":1,\"mentionIds\":[]}", response.getBody());
        assertEquals(List.of(), bench.drain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "Our-Forum", "../sources", "our-forum/x", "our forum"})
    void anUnknownSourceIsNotFound(String source) {
        assertProblem(404, "Not Found", bench.post(source, signed(HELLO), HELLO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "misspelt"})
    void aMisconfiguredSourceAsksToTryAgainAndTellsNothing(String source) {
        APIGatewayV2HTTPResponse response = bench.post(source, signed(HELLO), HELLO);
        JsonNode problem = assertProblem(503, "Service Unavailable", response);
        assertFalse(problem.toString().contains("gihtub"), problem.toString());
        assertEquals("5", response.getHeaders().get("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void webhooksComeByPost(String method) {
        APIGatewayV2HTTPResponse response = bench.handle(method, "our-forum", signed(HELLO), HELLO, false);
        assertProblem(405, "Method Not Allowed", response);
        assertEquals("POST", response.getHeaders().get("Allow"));
    }

    @Test
    void whatIsNotProvenIsUnauthorizedAndNotQueued() {
        Map<String, String> forged = Signed.standard("msg_1", Signed.NOON.getEpochSecond(), Signed.OTHER_SECRET, HELLO);
        APIGatewayV2HTTPResponse response = bench.post("our-forum", forged, HELLO);
        assertProblem(401, "Unauthorized", response);
        assertTrue(response.getHeaders().containsKey("WWW-Authenticate"));
        assertProblem(401, "Unauthorized", bench.post("our-forum", Map.of(), HELLO));
        assertProblem(401, "Unauthorized", bench.post("our-forum", Map.of(), null));
        assertEquals(List.of(), bench.drain());
    }

    @Test
    void aBodyOfOneMegabyteIsReadAndOneByteMoreIsTooLarge() {
        byte[] fits = padded(Ingest.MAX_BODY);
        assertEquals(202, bench.post("our-forum", signed(fits), fits).getStatusCode());
        assertTrue(
                IngestBench.json(bench.drain().get(0)).at("/mention/truncated").asBoolean());
        byte[] large = padded(Ingest.MAX_BODY + 1);
        assertProblem(413, "Content Too Large", bench.post("our-forum", signed(large), large));
        assertEquals(List.of(), bench.drain());
    }

    @Test
    void bytesThatAreNoUtf8AreMalformedThoughTheyAreSigned() {
        byte[] body = "{\"data\": {\"text\": \"gr?sser\"}}".getBytes(UTF_8);
        body[22] = (byte) 0xF6;
        JsonNode problem = assertProblem(400, "Bad Request", bench.postBase64("our-forum", signed(body), body));
        assertEquals("The body is not UTF-8.", problem.get("detail").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"data\": {\"text\": \"x\"}} and more", "DEEP", "DEEPER"})
    void whatIsProvenButNotReadableIsMalformed(String text) {
        String deep = "{\"data\": {\"text\": \"x\", \"deep\": " + "[".repeat(100) + "]".repeat(100) + "}}";
        String deeper = "{\"a\":".repeat(100_000);
        byte[] body = text.replace("DEEPER", deeper).replace("DEEP", deep).getBytes(UTF_8);
        assertProblem(400, "Bad Request", bench.post("our-forum", signed(body), body));
        assertEquals(List.of(), bench.drain());
    }

    @Test
    void aMalformedBodyIsToldWhereAndNeverQuoted() {
        byte[] body = "{\"data\": {\"version\": \"PRIVATE\", \"url\": \"PRIVATE\"}}".getBytes(UTF_8);
        JsonNode problem = assertProblem(400, "Bad Request", bench.post("our-forum", signed(body), body));
        assertEquals(3, problem.get("errors").size());
        assertTrue(problem.toString().contains("\"pointer\":\"/data/version\""), problem.toString());
        assertFalse(problem.toString().contains("PRIVATE"), problem.toString());
    }

    @Test
    void aSecretInThePathIsForProvidersThatSignNothing() {
        assertProblem(404, "Not Found", bench.postWithSecret("our-forum", "hush", signed(HELLO), HELLO));
        assertProblem(404, "Not Found", bench.postWithSecret("our-apps", TOKEN, apps(BATCH), "[]".getBytes(UTF_8)));
        assertEquals(List.of(), bench.drain());
    }

    @Test
    void aSenderOfCloudEventsIsAllowedByItsOriginAndByNothingElse() {
        Map<String, String> origin = Map.of("WebHook-Request-Origin", "apps.example.com");
        APIGatewayV2HTTPResponse allowed = bench.handle("OPTIONS", "our-apps", origin, null, false);
        assertEquals(200, allowed.getStatusCode());
        assertEquals("apps.example.com", allowed.getHeaders().get("WebHook-Allowed-Origin"));
        assertEquals("*", allowed.getHeaders().get("WebHook-Allowed-Rate"));
        Map<String, String> evil =
                Map.of("WebHook-Request-Origin", "evil.example.com", "Authorization", "Bearer " + TOKEN);
        APIGatewayV2HTTPResponse refused = bench.handle("OPTIONS", "our-apps", evil, null, false);
        assertProblem(403, "Forbidden", refused);
        assertFalse(refused.getHeaders().toString().contains("WebHook"), () -> refused.getHeaders()
                .toString());
        assertProblem(405, "Method Not Allowed", bench.handle("OPTIONS", "our-apps", Map.of(), null, false));
        assertProblem(405, "Method Not Allowed", bench.handle("OPTIONS", "our-forum", origin, null, false));
    }

    @Test
    void oneBadEventOfABatchCostsTheOthersNothingAndIsToldOf() {
        String good =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":{\"text\":\"a\"}}";
        String bad = good.replace("\"a\"", "5");
        String ping = good.replace("\"t\"", "\"ping\"");
        byte[] body =
                ("[" + good + "," + bad + "," + ping + "," + good.replace("\"1\"", "\"2\"") + "]").getBytes(UTF_8);
        APIGatewayV2HTTPResponse response = bench.post("our-apps", apps(BATCH), body);
        assertEquals(202, response.getStatusCode(), response.getBody());
        JsonNode answer = IngestBench.json(response.getBody());
        assertEquals(2, answer.get("accepted").asInt());
        assertEquals(2, answer.get("ignored").asInt());
        assertEquals(
                MentionId.of("our-apps", "/s 2").value(),
                answer.at("/mentionIds/1").asText());
        assertEquals(
                "[{\"pointer\":\"/1/data/text\",\"detail\":\"is not a string\"}]",
                answer.get("errors").toString());
        assertEquals(2, bench.drain().size());
    }

    @Test
    void aBatchOfAThousandIsQueuedWholeAndOneMoreIsRefused() {
        String[] events = new String[1_000];
        for (int i = 0; i < events.length; i++) {
            events[i] = "{\"specversion\":\"1.0\",\"id\":\"" + i
                    + "\",\"source\":\"/s\",\"type\":\"t\",\"data\":{\"text\":\"a\"}}";
        }
        String all = String.join(",", events);
        assertEquals(
                202,
                bench.post("our-apps", apps(BATCH), ("[" + all + "]").getBytes(UTF_8))
                        .getStatusCode());
        assertEquals(1_000, bench.drain().size());
        byte[] more = ("[" + all + "," + events[0] + "]").getBytes(UTF_8);
        assertProblem(400, "Bad Request", bench.post("our-apps", apps(BATCH), more));
    }

    @Test
    void whatIsNoFormatOfOursIsUnsupportedOnceItIsProven() {
        byte[] body = "x".getBytes(UTF_8);
        assertProblem(
                415, "Unsupported Media Type", bench.post("our-apps", apps("application/cloudevents+avro"), body));
        Map<String, String> unproven = Map.of("content-type", "application/cloudevents+avro");
        APIGatewayV2HTTPResponse response = bench.post("our-apps", unproven, body);
        assertProblem(401, "Unauthorized", response);
        assertEquals("Bearer", response.getHeaders().get("WWW-Authenticate"));
    }

    @Test
    void whenTheQueueCannotBeReachedThePlatformIsToTryAgain() {
        APIGatewayV2HTTPResponse response = bench.withoutQueue("our-forum", signed(HELLO), HELLO);
        assertProblem(503, "Service Unavailable", response);
        assertEquals("5", response.getHeaders().get("Retry-After"));
    }

    @Test
    void whenTheSourcesCannotBeReadThePlatformIsToTryAgain() {
        APIGatewayV2HTTPResponse response = bench.withoutSources("our-forum", signed(HELLO), HELLO);
        assertProblem(503, "Service Unavailable", response);
        assertEquals("5", response.getHeaders().get("Retry-After"));
        assertEquals(List.of(), bench.drain());
    }

    private static Map<String, String> signed(byte[] body) {
        return Signed.standard("msg_1", Signed.NOON.getEpochSecond(), Signed.SECRET, body);
    }

    private static Map<String, String> apps(String contentType) {
        return Map.of("Content-Type", contentType, "Authorization", "Bearer " + TOKEN);
    }

    private static byte[] padded(int size) {
        String head = "{\"data\": {\"text\": \"";
        String tail = "\"}}";
        return (head + "x".repeat(size - head.length() - tail.length()) + tail).getBytes(UTF_8);
    }

    /** Every error is a problem document of RFC 9457, and none tells a secret. */
    private static JsonNode assertProblem(int status, String title, APIGatewayV2HTTPResponse response) {
        assertEquals(status, response.getStatusCode(), response.getBody());
        assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
        JsonNode problem = IngestBench.json(response.getBody());
        assertEquals("about:blank", problem.get("type").asText());
        assertEquals(title, problem.get("title").asText());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("detail").asText().isBlank());
        for (String secret : List.of(Signed.SECRET, Signed.SECRET.substring(6), "gh-secret", TOKEN)) {
            assertFalse(response.getBody().contains(secret), response.getBody());
        }
        return problem;
    }
}
