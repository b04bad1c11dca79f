package dev.earshot.ingest.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors that the platforms and their own libraries publish; {@code source} in the file says where. */
class PublishedVectorsTest {

    private static final Map<String, String> OUR_NAMES =
            Map.of("github", "github", "standardwebhooks", "standard-webhooks");

    static List<JsonNode> vectors() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        EarshotJson.mapper().readTree(Signed.file("published-vectors.json")).forEach(vectors::add);
        return vectors;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPublishedVectorGetsItsVerdict(JsonNode vector) {
        Source source = Signed.source(
                OUR_NAMES.get(vector.get("provider").asText()),
                vector.get("secret").asText());
        Map<String, String> headers = new HashMap<>();
        vector.get("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        Proof proof = Providers.named(source.provider())
                .orElseThrow()
                .verify(
                        Signed.hook(headers, vector.get("body").asText().getBytes(UTF_8)),
                        source,
                        Instant.ofEpochSecond(vector.path("verify_at").asLong()));
        assertEquals(
                vector.get("valid").asBoolean(),
                proof instanceof Proof.Proven,
                () -> vector.get("id").asText() + ": " + vector.get("note").asText());
    }

    @Test
    void thereAreVectorsOfBothProvidersAndOfBothVerdicts() throws IOException {
        assertEquals(12, vectors().size());
        assertEquals(
                5, vectors().stream().filter(v -> !v.get("valid").asBoolean()).count());
    }
}
