package dev.earshot.provider.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.SampleSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstagramMentionTest {

    private static final SampleSource SAMPLES = SampleSource.of("meta");

    @Test
    void everyFieldOfACommentArrives() {
        Mention comment = SAMPLES.mention("instagram-comment");
        assertEquals("17865799348089039", comment.externalId());
        assertEquals(new Author("6464646464646464", "mira.okafor", null), comment.author());
        assertEquals("Love it 😍 #lamp @acmelamps", comment.text());
        assertEquals(Instant.ofEpochSecond(1_763_715_600), comment.createdAt());
        assertEquals("18010101010101010", comment.inReplyTo());
        assertEquals(1, comment.version());
        assertNull(comment.url());
        assertNull(comment.language());
    }

    @Test
    void appsWithInstagramsOwnLoginGetTheSameWithoutAList() {
        assertEquals(SAMPLES.heard("instagram-comment"), SAMPLES.heard("instagram-comment-flat"));
    }

    @Test
    void aReplyAnswersItsComment() {
        assertEquals("17865799348089039", SAMPLES.mention("instagram-reply").inReplyTo());
    }

    @Test
    void mentionsWithoutWordsAreIgnoredAndCounted() {
        assertEquals(new Heard.Mentions(List.of(), 2), SAMPLES.heard("instagram-mentions"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"accounts\": [\"17841400000000001\"]} | 1",
                "{\"accounts\": [\"2\"]} | 0",
                "{\"channels\": [\"18010101010101010\"]} | 1",
                "{\"channels\": [\"2\"]} | 0",
                "{\"events\": [\"comments\"]} | 1",
                "{\"events\": [\"mentions\", \"feed\"]} | 0"
            })
    void theOptionsNameAccountsMediaAndFields(String options, int heard) {
        assertEquals(
                heard,
                SAMPLES.with(options).mentions("instagram-comment").mentions().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"x\"} | /id",
                "{\"id\": {}, \"text\": \"x\"} | /id",
                "{\"id\": \"1\", \"text\": 5} | /text",
                "{\"id\": \"1\", \"text\": \"x\", \"from\": {\"username\": 5}} | /from/username",
                "{\"id\": \"1\", \"text\": \"x\", \"media\": \"7\"} | /media"
            })
    void whatIsNotAsDocumentedIsPointedAt(String value, String pointer) {
        String body = "{\"object\": \"instagram\", \"entry\": [{\"id\": \"1\", \"time\": 1763715600, \"changes\":"
                + " [{\"field\": \"comments\", \"value\": " + value + "}]}]}";
        assertEquals(List.of("/entry/0/changes/0/value" + pointer), SAMPLES.wrong(body));
    }
}
