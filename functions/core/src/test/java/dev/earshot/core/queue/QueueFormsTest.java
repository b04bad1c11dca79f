package dev.earshot.core.queue;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.draft;
import static dev.earshot.core.Mentions.said;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFormsTest {

    @Test
    void aMentionComesBackAsItWas() {
        Mention mention = draft("größer \"als\" 😀")
                .title("t")
                .language("de")
                .createdAt(NOON)
                .version(7)
                .heard(NOON);
        assertEquals(new Decoded.Read<>(mention), QueueForms.readMention(QueueForms.write(mention)));
    }

    @Test
    void anAnalyzedMentionAndATombstoneComeBackAsTheyWere() {
        AnalyzedMention analyzed = said("refund");
        assertEquals(new Decoded.Read<>(analyzed), QueueForms.readAnalyzed(QueueForms.write(analyzed)));
        AnalyzedMention gone = deletedInVersion(3);
        assertEquals(new Decoded.Read<>(gone), QueueForms.readAnalyzed(QueueForms.write(gone)));
    }

    @Test
    void anEmbeddingTravelsWithItsMention() {
        Embedding embedding = Embedding.of("some-model", new float[] {0.5F, -1, 0});
        AnalyzedMention analyzed =
                new AnalyzedMention(said("refund").mention(), said("refund").analysis(), embedding);
        assertEquals(new Decoded.Read<>(analyzed), QueueForms.readAnalyzed(QueueForms.write(analyzed)));
        assertArrayEquals(new byte[] {64, -127, 0}, embedding.bytes());
    }

    @Test
    void timesHaveMillisecondsAndAbsentValuesAreNull() {
        String json = QueueForms.write(said("refund"));
        assertTrue(json.contains("\"receivedAt\":\"2026-11-21T12:00:00.000Z\""), json);
        assertTrue(json.contains("\"inReplyTo\":null"), json);
        assertTrue(json.contains("\"sentiment\":null"), json);
        assertTrue(json.contains("\"unanalysed\":\"no analyzer configured\""), json);
    }

    @Test
    void theLargestTextStillFitsAQueueMessage() {
        String worst = QueueForms.write(draft("\"\\\n".repeat(30_000)).heard(NOON));
        assertTrue(worst.length() < 200 * 1024, "length " + worst.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "[]",
                "{}",
                "{\"earshot\": 2, \"mention\": {}}",
                "{\"earshot\": \"1\"}",
                "{\"earshot\": 1}",
                "{\"earshot\": 1, \"mention\": []}",
                "{\"earshot\": 1, \"mention\": {}}",
                "{\"earshot\": 1, \"mention\": {\"id\": \"m_x\"}}",
                "{\"earshot\": 1} trailing"
            })
    void whatNeverWillReadIsPoisonWithAReason(String body) {
        Decoded.Poison<?> poison = assertInstanceOf(Decoded.Poison.class, QueueForms.readMention(body));
        assertFalse(poison.reason().isBlank());
    }

    @Test
    void anUnknownVersionIsNamed() {
        assertEquals(
                new Decoded.Poison<Mention>("unknown message version 9"),
                QueueForms.readMention("{\"earshot\": 9, \"mention\": {}}"));
    }

    @Test
    void aReasonNeverQuotesTheMessage() {
        String reason = String.valueOf(QueueForms.readMention("{\"earshot\": 1, \"mention\": {\"text\": SECRETWORD}}"));
        assertFalse(reason.contains("SECRETWORD"), reason);
        String wrongType = String.valueOf(
                QueueForms.readMention("{\"earshot\": 1, \"mention\": {\"receivedAt\": \"SECRETWORD\"}}"));
        assertFalse(wrongType.contains("SECRETWORD"), wrongType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uD800", "x\\uDC00y", "\\uFFFE", "\\uFFFF", "\\u0000", "\\u001b"})
    void aTextThatNoQueueTakesIsPoisonAndSaysWhere(String junk) {
        String analyzed = QueueForms.write(said("PLACE"));
        String inText = analyzed.replace("PLACE", junk);
        String where = "not a valid message: /mention/text has characters that no queue takes";
        assertEquals(new Decoded.Poison<Mention>(where), QueueForms.readMention(inText));
        assertEquals(new Decoded.Poison<AnalyzedMention>(where), QueueForms.readAnalyzed(inText));
        String inAnalysis = analyzed.replace("\"unanalysed\":\"no", "\"unanalysed\":\"" + junk);
        assertEquals(
                new Decoded.Poison<AnalyzedMention>(where.replace("/mention/text", "/analysis/unanalysed")),
                QueueForms.readAnalyzed(inAnalysis));
    }

    @Test
    void wholeCharactersBeyondTheFirstPlaneTravel() {
        assertInstanceOf(Decoded.Read.class, QueueForms.readAnalyzed(QueueForms.write(said("a😀\t\nb\uFFFD"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"createdAt\":null | \"createdAt\":\"SECRETWORD\" | /mention/createdAt is no Instant",
                "\"version\":1 | \"version\":\"SECRETWORD\" | /mention/version is no long",
                "\"version\":1 | \"version\":0 | /mention: a version is at least 1",
                "\"author\":null | \"author\":{\"name\":[\"SECRETWORD\"]} | /mention/author/name is no String",
                "\"author\":null | \"author\":{\"name\":\"a\",\"SECRETWORD\":1} | /mention/author has a member that is not known",
                "\"author\":null | \"SECRETWORD\":null | /mention has a member that is not known",
                "\"author\":null, | '' | ''",
                "\"receivedAt\":\"2026-11-21T12:00:00.000Z\", | '' | /mention: 'receivedAt' is missing",
                "\"id\":\"m_ | \"id\":\"x_ | /mention/id: a mention id is m_ and 26 characters of base32",
            })
    void theReasonNamesTheMemberThatCannotBeRead(String good, String bad, String reason) {
        String written = QueueForms.write(
                Mention.of("our-forum", "standard-webhooks", "1").text("x").heard(NOON));
        assertTrue(written.contains(good), written);
        Decoded<Mention> decoded = QueueForms.readMention(written.replace(good, bad));
        assertEquals(
                reason.isEmpty() ? "" : "not a valid message: " + reason,
                decoded instanceof Decoded.Poison<Mention> poison ? poison.reason() : "");
    }

    @Test
    void aCorrectionTravelsAndHoldsNoWords() {
        Corrected lesson = new Corrected(
                MentionId.of("our-forum", "post-1"), "people", true, MentionId.fingerprint("person\ngrace"), NOON);
        assertEquals(new Decoded.Read<>(lesson), QueueForms.readLesson(QueueForms.write(lesson)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"belongs\":true, | ''",
                "\"belongs\":true | \"belongs\":null",
                "\"department\":\"people\" | \"department\":\"SECRET WORD\"",
                "\"by\":\" | \"by\":\"Grace Hopper",
                "\"mention\":\"m_ | \"mention\":\"",
                "\"belongs\":true | \"belongs\":true,\"text\":\"SECRETWORD\""
            })
    void aCorrectionThatIsNoneIsPoison(String good, String bad) {
        String written = QueueForms.write(new Corrected(
                MentionId.of("our-forum", "post-1"), "people", true, MentionId.fingerprint("person\ngrace"), NOON));
        assertTrue(written.contains(good), written);
        Decoded<Corrected> decoded = QueueForms.readLesson(written.replace(good, bad));
        String reason = assertInstanceOf(Decoded.Poison.class, decoded).reason();
        assertFalse(reason.contains("SECRET"), reason);
    }

    @Test
    void deepNestingIsPoisonAndNotAnOverflow() {
        String deep = "{\"earshot\":1,\"mention\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        assertInstanceOf(Decoded.Poison.class, QueueForms.readMention(deep));
    }

    @Test
    void theMentionOfAMessageIsFoundWhateverItsVersionAndNothingElseIsTakenForOne() {
        String id = said("refund").id().value();
        assertEquals(
                id,
                QueueForms.mentionIdIn(QueueForms.write(said("refund")))
                        .orElseThrow()
                        .value());
        assertEquals(
                id,
                QueueForms.mentionIdIn("{\"earshot\": 9, \"mention\": {\"id\": \"" + id + "\"}}")
                        .orElseThrow()
                        .value());
        for (String other : new String[] {
            "",
            "oops",
            "[]",
            "{\"mention\": {\"id\": 1}}",
            "{\"mention\": {\"id\": \"m_\\u001b[2J\"}}",
            "[".repeat(5_000)
        }) {
            assertTrue(QueueForms.mentionIdIn(other).isEmpty(), other);
        }
    }
}
