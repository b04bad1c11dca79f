package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.cloudevents.CloudEventHeaders;
import dev.earshot.provider.cloudevents.CloudEvents;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors that the platforms and their own libraries publish; {@code source} in the file says where. */
class PublishedVectorsTest {

    private static final Map<String, String> OUR_NAMES = Map.of("standardwebhooks", "standard-webhooks");

    static List<JsonNode> signatures() throws IOException {
        // Zendesk's own test has those whose time is none.
        return vectors().stream()
                .filter(v -> v.has("secret") && !v.path("skip_freshness").asBoolean())
                .toList();
    }

    static List<JsonNode> cloudEvents() throws IOException {
        return vectors().stream()
                .filter(v -> v.get("provider").asText().equals("cloudevents") && !v.has("method"))
                .toList();
    }

    private static List<JsonNode> vectors() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        EarshotJson.mapper().readTree(Signed.file("published-vectors.json")).forEach(vectors::add);
        return vectors;
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void everyPublishedVectorGetsItsVerdict(JsonNode vector) {
        Source source = Signed.source(
                OUR_NAMES.getOrDefault(
                        vector.get("provider").asText(), vector.get("provider").asText()),
                vector.get("secret").asText());
        Proof proof = Providers.named(source.provider())
                .orElseThrow()
                .verify(
                        Signed.hook(headers(vector), vector.get("body").asText().getBytes(UTF_8)),
                        source,
                        Instant.ofEpochSecond(vector.path("verify_at").asLong()));
        assertEquals(
                vector.get("valid").asBoolean(),
                proof instanceof Proof.Proven,
                () -> vector.get("id").asText() + ": " + vector.get("note").asText());
    }

    @ParameterizedTest
    @MethodSource("cloudEvents")
    void everyPublishedCloudEventIsOneOrIsNot(JsonNode vector) {
        CloudEventHeaders read = CloudEventHeaders.of(headers(vector));
        assertEquals(vector.get("valid").asBoolean(), read.errors().isEmpty());
        vector.path("expected_attributes")
                .properties()
                .forEach(attribute ->
                        assertEquals(attribute.getValue(), read.event().get(attribute.getKey())));
        Heard heard = new CloudEvents()
                .parse(
                        Signed.hook(headers(vector), vector.get("body").asText().getBytes(UTF_8)),
                        Signed.source("cloudevents"),
                        Signed.NOON);
        // The data of one of them is no mention, and says so.
        boolean mention = vector.get("body").asText().equals("x");
        assertEquals(mention && vector.get("valid").asBoolean(), heard instanceof Heard.Mentions, heard::toString);
    }

    @Test
    void thePublishedHandshakeIsAnsweredAsPublished() throws IOException {
        JsonNode vector = vectors().stream()
                .filter(v -> v.path("method").asText().equals("OPTIONS"))
                .findFirst()
                .orElseThrow();
        Source source = new Source(
                "our-source",
                "cloudevents",
                List.of("token"),
                EarshotJson.mapper().createObjectNode().set("allowedOrigins", vector.get("allowed_origins")));
        Hook hook = new Hook("OPTIONS", "our-source", "", headers(vector), Map.of(), new byte[0]);
        JsonNode expected = vector.get("expected_response");
        assertEquals(
                Optional.of(new HookAnswer.Handshake(
                        expected.get("status").asInt(),
                        EarshotJson.mapper().convertValue(expected.get("headers"), new TypeReference<>() {}),
                        "")),
                new CloudEvents().handshake(hook, source, Signed.NOON));
    }

    @Test
    void thePublishedHandshakeOfMetaIsAnsweredAsPublished() throws IOException {
        JsonNode vector = vectors().stream()
                .filter(v -> v.get("provider").asText().equals("meta"))
                .findFirst()
                .orElseThrow();
        Source source = new Source(
                "our-source",
                "meta",
                List.of("secret"),
                EarshotJson.mapper().createObjectNode().set("verifyToken", vector.get("verify_token")));
        Map<String, String> query = EarshotJson.mapper().convertValue(vector.get("query"), new TypeReference<>() {});
        Hook hook = new Hook("GET", "our-source", "", headers(vector), query, new byte[0]);
        JsonNode expected = vector.get("expected_response");
        assertEquals(
                Optional.of(new HookAnswer.Handshake(
                        expected.get("status").asInt(),
                        Map.of("Content-Type", "text/plain"),
                        expected.get("body").asText())),
                Providers.named("meta").orElseThrow().handshake(hook, source, Signed.NOON));
    }

    @Test
    void thereAreVectorsOfAllProvidersAndOfBothVerdicts() throws IOException {
        assertEquals(17, signatures().size());
        assertEquals(
                7,
                signatures().stream().filter(v -> !v.get("valid").asBoolean()).count());
        assertEquals(3, cloudEvents().size());
        assertEquals(24, vectors().size());
    }

    private static Map<String, String> headers(JsonNode vector) {
        Map<String, String> headers = new HashMap<>();
        vector.get("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        return headers;
    }
}
