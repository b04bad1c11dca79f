package dev.earshot.provider.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonMentionTest {

    @Test
    void everyFieldOfAStatusArrives() {
        Mention status = mention("status-created");
        assertEquals("115580000000000123", status.externalId());
        assertEquals("https://social.example/@mira/115580000000000123", status.url());
        assertEquals(new Author("109300000000000017", "mira", "Mira Okafor"), status.author());
        assertEquals("Kitchen accident", status.title());
        assertEquals(
                "@halden mein größerer Kessel ist kaputt 😀 #kessel\n\nhttps://www.example.com/photos/kettle",
                status.text());
        assertEquals("de", status.language());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), status.createdAt());
        assertEquals(1, status.version());
        assertNull(status.inReplyTo());
    }

    @Test
    void anEditIsALaterVersion() {
        Mention edited = mention("status-updated");
        assertTrue(edited.supersedes(mention("status-created")));
        assertEquals(Instant.parse("2026-11-20T08:45:00.500Z").toEpochMilli(), edited.version());
        assertEquals("mein Kessel ist wieder heil", edited.text());
        assertNull(edited.title());
    }

    @Test
    void anUnlistedReplyOfABotIsHeardAsThat() {
        Mention reply = mention("status-created-reply");
        assertEquals("115580000000000123", reply.inReplyTo());
        assertEquals(Author.Kind.BOT, reply.author().kind());
        assertEquals("https://social.example/users/mira/statuses/115580000000000123", reply.url());
        assertNull(reply.language());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status-created-private", "status-created-direct", "status-created-boost", "report-created"})
    void whatIsNotForAllAndWhatIsNobodysOwnWordsIsIgnored(String file) {
        assertEquals(Heard.ignored(), heard("{}", sample(file)));
    }

    @Test
    void whatDoesNotSayWhoMaySeeItIsIgnored() {
        assertEquals(Heard.ignored(), heard("{}", sample("status-created").replace("\"visibility\"", "\"seen\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event\": \"status.created\"}", "{\"text\": \"of a template\"}", "[]", "x", ""})
    void theShapeOfATemplateIsRefusedWithAReason(String body) {
        assertInstanceOf(Heard.Malformed.class, heard("{}", body));
    }

    @Test
    void whatIsNotAsDocumentedIsPointedAt() {
        String body = "{\"event\": \"status.created\", \"object\": {\"visibility\": \"public\", \"content\": 1,"
                + " \"created_at\": \"x\", \"account\": {\"bot\": \"no\"}}}";
        assertEquals(
                List.of("/object/account/bot", "/object/content", "/object/created_at", "/object/id"),
                Samples.pointers(heard("{}", body)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"accounts\": [\"@halden\"]}', 1",
        "'{\"accounts\": [\"somebody\"]}', 0",
        "'{\"channels\": [\"Kessel\"]}', 1",
        "'{\"channels\": [\"tee\"]}', 0",
        "'{\"events\": [\"status.updated\"]}', 0"
    })
    void onlyWhatIsListenedToIsHeard(String options, int mentions) {
        Heard.Mentions heard = (Heard.Mentions) heard(options, sample("status-created"));
        assertEquals(mentions, heard.mentions().size());
    }

    private static String sample(String file) {
        return new String(Signed.file("mastodon/" + file + ".json"), UTF_8);
    }

    private static Mention mention(String file) {
        return Samples.one(heard("{}", sample(file)));
    }

    private static Heard heard(String options, String body) {
        return Samples.heard(new Mastodon(), Samples.source("mastodon", options), Map.of(), body.getBytes(UTF_8));
    }
}
