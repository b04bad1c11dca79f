package dev.earshot.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.net.http.HttpResponse;

/** Problem documents as tests expect them. */
final class Problems {

    private Problems() {}

    /** The problem in an answer, which must have this status. */
    static JsonNode assertProblem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", ""),
                answer.body());
        try {
            JsonNode problem = EarshotJson.mapper().readTree(answer.body());
            assertEquals(status, problem.path("status").asInt(), answer.body());
            assertEquals("about:blank", problem.path("type").asText(), answer.body());
            return problem;
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
