package dev.earshot.analyze.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.analyze.PackagedModel;
import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the packaged analyzer answers to some texts is what it answered when it was packaged, whatever Java runs it. After a
 * training the lines of {@code answers.jsonl} are replaced by what this test says that it found.
 */
class AnswersTest {

    /** Processors multiply bytes in different ways: scores differ by a little, what is told does not. */
    private static final double BY_PROCESSOR = 0.05;

    private static final LocalAnalyzer ANALYZER = new LocalAnalyzer(
            new LanguageDetector(PackagedModel.load(), List.of("en", "de", "fr", "ru", "ar", "zh", "ja")),
            TextEncoder.packaged(),
            LocalModels.sentiment(),
            LocalModels.intents(),
            LocalModels.departments());

    @ParameterizedTest
    @MethodSource("lines")
    void theAnswerIsThatOfTheDayOnWhichItWasPackaged(String line) throws IOException {
        JsonNode expected = EarshotJson.mapper().readTree(line);
        ObjectNode found = answer(expected.path("text").asText());
        String said = "found " + found;
        for (String told : List.of("language", "sentiment", "urgent", "noise", "unanalysed")) {
            assertEquals(expected.path(told), found.path(told), said);
        }
        assertEquals(0, farthest("sentimentScores", 0, expected, found), BY_PROCESSOR, said);
        assertEquals(0, farthest("departments", 0.05, expected, found), BY_PROCESSOR, said);
        assertEquals(0, farthest("intents", 0.2, expected, found), BY_PROCESSOR, said);
    }

    /** How far scores are apart; those under {@code least} are not told. */
    private static double farthest(String scores, double least, JsonNode expected, JsonNode found) {
        double farthest = 0;
        for (JsonNode answer : List.of(expected, found)) {
            for (Map.Entry<String, JsonNode> one : answer.path(scores).properties()) {
                double before = expected.path(scores).path(one.getKey()).asDouble(least);
                double now = found.path(scores).path(one.getKey()).asDouble(least);
                farthest = Math.max(farthest, Math.abs(before - now));
            }
        }
        return farthest;
    }

    private static ObjectNode answer(String text) {
        Mention mention =
                Mention.of("our-forum", "standard-webhooks", "1").text(text).heard(Instant.EPOCH);
        Analysis analysis = assertInstanceOf(Understanding.Understood.class, ANALYZER.apply(mention))
                .analysis();
        ObjectNode answer = EarshotJson.mapper().createObjectNode().put("text", text);
        answer.put(
                "language",
                analysis.language() == null ? null : analysis.language().code());
        answer.put(
                "sentiment",
                analysis.sentiment() == null ? null : analysis.sentiment().name());
        answer.put("urgent", analysis.urgent()).put("noise", analysis.noise() != null);
        answer.put("unanalysed", analysis.unanalysed());
        answer.set("sentimentScores", EarshotJson.mapper().valueToTree(analysis.sentimentScores()));
        analysis.intents().forEach(one -> answer.withObject("/intents").put(one.id(), one.score()));
        analysis.departments().forEach(one -> answer.withObject("/departments").put(one.id(), one.score()));
        return answer;
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(AnswersTest.class.getResourceAsStream("/answers.jsonl"))) {
            return new String(in.readAllBytes(), UTF_8).lines();
        }
    }
}
