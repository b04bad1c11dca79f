package dev.earshot.core.queue;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.draft;
import static dev.earshot.core.Mentions.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
