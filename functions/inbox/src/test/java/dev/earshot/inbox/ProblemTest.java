package dev.earshot.inbox;

import static dev.earshot.inbox.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Issuer.class)
class ProblemTest {

    @Test
    void aGoodBodyIsRead() {
        HttpResponse<String> answer = post("{\"text\": \"a\", \"colour\": \"RED\", \"parts\": [{\"count\": 1}]}");
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void everyMistakeInABodyIsPointedAt() {
        assertInvalid("", "is not JSON, at line", "{\"text\": ");
        assertInvalid("", "is not JSON, at line", "nonsense");
        assertInvalid("/more", "is not known", "{\"more\": 1}");
        assertInvalid("/parts/1/count", "must be a number", "{\"parts\": [{\"count\": 1}, {\"count\": \"x\"}]}");
        assertInvalid("/parts/0/other", "is not known", "{\"parts\": [{\"count\": 1, \"other\": 1}]}");
        assertInvalid("/parts", "must be a list", "{\"parts\": 7}");
        assertInvalid("/colour", "must be one of [RED, GREEN]", "{\"colour\": \"BLUE\"}");
        assertInvalid("/text", "must be a text", "{\"text\": {}}");
        assertInvalid("", "must be an object", "[]");
        assertInvalid("", "a text must not be bad", "{\"text\": \"bad\"}");
        assertInvalid("", "is not JSON, at line", "{\"text\": \"a\", \"text\": \"b\"}");
        assertProblem(400, post("[".repeat(100)));
        assertProblem(400, post("{\"text\": \"a\"} more"));
    }

    @Test
    void whatIsNotThereOrNotPossibleIsSaidSo() {
        assertProblem(404, get("/api/no-such-thing"));
        assertProblem(404, get("/api"));
        assertProblem(405, new Browser().post("/api/me", "{}", authorized("Content-Type", "application/json")));
        assertProblem(406, get("/api/me", "Accept", "image/png"));
        assertProblem(415, new Browser().post("/api/echo", "a=b", authorized("Content-Type", "text/csv")));
        assertProblem(413, post("{\"text\": \"" + "x".repeat(65 * 1024) + "\"}"));
    }

    @Test
    void aWebhookThatWentAstrayIsToldWhereWebhooksGo() {
        for (String path : List.of("/hooks/", "/hook/our-repo", "/hooks/a/b/c")) {
            JsonNode posted = assertProblem(404, new Browser().post(path, "{}", "Content-Type", "application/json"));
            assertTrue(posted.path("detail").asText().contains("/hooks/NAME"), posted.toString());
            assertProblem(404, new Browser().get(path));
        }
        assertEquals(403, new Browser().post("/hooksmith", "{}").statusCode());
    }

    @Test
    void aFaultOfOursIsAnIdInTheLogAndNothingElse() {
        HttpResponse<String> answer = get("/api/echo/fault");
        JsonNode problem = assertProblem(500, answer);
        assertTrue(problem.path("detail").asText().matches(".*knows it as [0-9a-f-]{36}\\."), answer.body());
        assertFalse(answer.body().contains("secret") || answer.body().contains("Exception"), answer.body());
    }

    @Test
    void everyAnswerSaysHowFarToTrustIt() {
        for (HttpResponse<String> answer : List.of(
                get("/api/me"),
                new Browser().get("/api/me"),
                new Browser().get("/"),
                new Browser().get("/signed-out"))) {
            var headers = answer.headers();
            String policy = headers.firstValue("content-security-policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""));
            assertEquals("no-store", headers.firstValue("cache-control").orElse(""));
        }
        HttpResponse<String> secure = new Browser().get("/signed-out", "X-Forwarded-Proto", "https");
        assertTrue(secure.headers().firstValue("strict-transport-security").isPresent(), "" + secure.headers());
    }

    @Test
    void pagesFetchOnlyWhatTheFunctionServesAndBrowsersMayKeep() {
        String page = new Browser().get("/signed-out").body();
        List<String> assets = new ArrayList<>();
        var paths = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(page);
        while (paths.find()) {
            assets.add(paths.group(1));
        }
        assertTrue(assets.size() >= 3, page);
        for (String asset : assets) {
            HttpResponse<String> answer = new Browser().get(asset);
            assertEquals(200, answer.statusCode(), asset);
            assertTrue(answer.headers().allValues("cache-control").toString().contains("immutable"), asset);
        }
        assertFalse(page.contains("<style") || page.contains(" style=") || page.contains("<script>"), page);
        assertEquals(404, new Browser().get("/assets/0/earshot.css").statusCode());
    }

    @Test
    void theApiDescribesItself() throws Exception {
        HttpResponse<String> answer = get("/api/openapi");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode document = EarshotJson.mapper().readTree(answer.body());
        assertTrue(document.path("openapi").asText().startsWith("3.1"), answer.body());
        assertTrue(document.path("paths").has("/api/me"), answer.body());
        assertFalse(document.path("paths").has("/sign-out"), answer.body());
    }

    private static void assertInvalid(String pointer, String detail, String body) {
        JsonNode error = assertProblem(400, post(body)).path("errors").path(0);
        assertEquals(pointer, error.path("pointer").asText(), body + " " + error);
        assertTrue(error.path("detail").asText().startsWith(detail), body + " " + error);
    }

    private static HttpResponse<String> post(String body) {
        return new Browser().post("/api/echo", body, authorized("Content-Type", "application/json"));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return new Browser().get(path, authorized(headers));
    }

    private static String[] authorized(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Authorization");
        all.add("Bearer " + Issuer.token(Issuer.claims()));
        return all.toArray(String[]::new);
    }
}
