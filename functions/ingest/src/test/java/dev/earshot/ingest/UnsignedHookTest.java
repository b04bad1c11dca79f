package dev.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks of platforms and forms that sign nothing: the address is the secret. */
class UnsignedHookTest {

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final byte[] WORDS = "text=The+kettle+leaks&name=Mira".getBytes(UTF_8);

    private static IngestBench bench;

    @BeforeAll
    static void start() {
        bench = IngestBench.open();
        bench.putParameter(
                "our-form",
                "{\"name\": \"our-form\", \"provider\": \"form\", \"secrets\": [\"in-the-path\"],"
                        + " \"options\": {\"thanks\": \"https://www.example.com/thanks\"}}");
        bench.putParameter(
                "our-reviews",
                "{\"name\": \"our-reviews\", \"provider\": \"trustpilot\", \"secrets\": [\"in-the-path\"],"
                        + " \"options\": {\"apiKey\": \"no key\"}}");
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
    void aFormIsHeardAndItsSenderSentToThePageThatThanks() {
        APIGatewayV2HTTPResponse response = bench.postWithSecret("our-form", "in-the-path", FORM, WORDS);
        assertEquals(303, response.getStatusCode());
        assertEquals("https://www.example.com/thanks", response.getHeaders().get("Location"));
        List<String> queued = bench.drain();
        assertEquals(1, queued.size());
        assertEquals(
                "The kettle leaks",
                IngestBench.json(queued.get(0)).at("/mention/text").asText());
    }

    @Test
    void withoutTheSecretInThePathNothingIsProven() {
        assertEquals(401, bench.post("our-form", FORM, WORDS).getStatusCode());
        assertEquals(
                401, bench.postWithSecret("our-form", "guessed", FORM, WORDS).getStatusCode());
        assertTrue(bench.drain().isEmpty());
    }

    @Test
    void whatMustBeLookedUpAndCannotBeIsToBeSentAgain() {
        byte[] review = ("{\"events\": [{\"eventName\": \"service-review-created\","
                        + " \"eventData\": {\"id\": \"a1\", \"text\": \"x\"}}]}")
                .getBytes(UTF_8);
        APIGatewayV2HTTPResponse response = bench.postWithSecret("our-reviews", "in-the-path", JSON, review);
        assertEquals(503, response.getStatusCode());
        assertEquals("5", response.getHeaders().get("Retry-After"));
        assertTrue(bench.drain().isEmpty());
    }
}
