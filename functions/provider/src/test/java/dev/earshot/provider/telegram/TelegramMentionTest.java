package dev.earshot.provider.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.SampleSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramMentionTest {

    private static final SampleSource SAMPLES = SampleSource.of("telegram");
    private static final String ID = "-1001234567890/42";

    @Test
    void everyFieldOfAMessageArrives() {
        Mention message = SAMPLES.mention("message");
        assertEquals(ID, message.externalId());
        assertEquals("telegram", message.provider());
        assertEquals(new Author("5555550001", "mira_okafor", "Mira Okafor"), message.author());
        assertEquals("Größer 😀 is it hot? see here (https://example.com/lamp)", message.text());
        assertEquals("https://t.me/lampfriends/42", message.url());
        assertEquals(Instant.ofEpochSecond(1_763_715_600), message.createdAt());
        assertEquals(1_763_715_600_000L, message.version());
        assertNull(message.inReplyTo());
        assertNull(message.language(), "language_code is the language of the app's menus");
    }

    @Test
    void editsAreLaterVersionsEvenWithinASecond() {
        Mention message = SAMPLES.mention("message");
        Mention edited = SAMPLES.mention("edited-message");
        Mention again = SAMPLES.mention("edited-message-again");
        assertEquals(ID, edited.externalId());
        assertEquals("It caught fire.", edited.text());
        assertEquals(message.createdAt(), edited.createdAt());
        assertTrue(edited.supersedes(message));
        assertTrue(again.supersedes(edited));
        assertFalse(edited.supersedes(again));
    }

    @Test
    void aReplyAnswersAMessageOfItsChat() {
        Mention reply = SAMPLES.mention("message-reply");
        assertEquals(ID, reply.inReplyTo());
        assertEquals(new Author("5555550002", null, "Jonas"), reply.author());
    }

    @Test
    void aMessageInATopicOfAForumAnswersNobody() {
        Mention message = SAMPLES.mention("message-in-topic");
        assertEquals("In a topic", message.text());
        assertNull(message.inReplyTo());
    }

    @Test
    void theWordsUnderAPictureAreHeardAndClosedGroupsHaveNoAddress() {
        Mention picture = SAMPLES.mention("message-photo");
        assertEquals("Look at this lamp", picture.text());
        assertNull(picture.url());
    }

    @Test
    void anEditThatTakesTheWordsAwayDeletesThem() {
        Mention edited = SAMPLES.mention("edited-photo-without-caption");
        assertTrue(edited.deleted());
        assertTrue(edited.supersedes(SAMPLES.mention("message-photo")));
    }

    @Test
    void botsAreMarkedButNotWhoSpeaksAsAChat() {
        assertEquals(
                new Author("777001", "lamp_bot", "Lamp Bot", Author.Kind.BOT),
                SAMPLES.mention("message-by-bot").author());
        assertEquals(
                new Author("-1001234567890", "lampfriends", "Lamp friends"),
                SAMPLES.mention("message-by-anonymous-admin").author());
    }

    @Test
    void aPostOfAChannelIsByTheChannelAndCanBeEdited() {
        Mention post = SAMPLES.mention("channel-post");
        assertEquals("-1001111111111/9", post.externalId());
        assertEquals(new Author("-1001111111111", "acmelamps", "Acme Lamps"), post.author());
        assertEquals("https://t.me/acmelamps/9", post.url());
        Mention edited = SAMPLES.mention("edited-channel-post");
        assertEquals(post.id(), edited.id());
        assertTrue(edited.supersedes(post));
        assertEquals("New lamp tomorrow", edited.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"message-private", "message-to-channel", "message-sticker", "message-reaction"})
    void whatIsPrivateOrWithoutWordsIsIgnored(String file) {
        assertEquals(Heard.ignored(), SAMPLES.heard(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channels\": [-1001234567890]} | 1",
                "{\"channels\": [\"@LampFriends\"]} | 1",
                "{\"channels\": [\"other\"]} | 0",
                "{\"events\": [\"message\"]} | 1",
                "{\"events\": [\"channel_post\"]} | 0"
            })
    void theOptionsNameChatsAndEvents(String options, int heard) {
        assertEquals(heard, SAMPLES.with(options).mentions("message").mentions().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": \"x\" | message_id",
                "\"message_id\": \"%s\", \"text\": \"x\" | message_id",
                "\"message_id\": 1.5, \"text\": \"x\" | message_id",
                "\"message_id\": 1, \"text\": 5 | text",
                "\"message_id\": 1, \"text\": \"x\", \"date\": \"x\" | date",
                "\"message_id\": 1, \"text\": \"x\", \"from\": 5 | from",
                "\"message_id\": 1, \"text\": \"x\", \"entities\": 5 | entities",
                "\"message_id\": 1, \"text\": \"x\", \"from\": {\"is_bot\": 5, \"id\": 1} | from/is_bot"
            })
    void whatIsNotAsDocumentedIsPointedAt(String members, String pointer) {
        String body = "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": -1, \"type\": \"group\"}, "
                + members.formatted("9".repeat(511)) + "}}";
        assertEquals(List.of("/message/" + pointer), SAMPLES.wrong(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 5 | https://example.com | Hello (https://example.com) you",
                "6 | 3 | https://example.com | Hello you (https://example.com)",
                "6 | 4 | https://example.com | Hello you",
                "-1 | 4 | https://example.com | Hello you",
                "0 | 0 | https://example.com | Hello you",
                "99999999 | 5 | https://example.com | Hello you",
                "0 | 5 | tg://user?id=1 | Hello you"
            })
    void linksBehindWordsAreWrittenOutWhereTheyFit(String offset, String length, String url, String text) {
        String body = "{\"message\": {\"chat\": {\"id\": -1, \"type\": \"group\"}, \"message_id\": 1, \"text\":"
                + " \"Hello you\", \"entities\": [{\"type\": \"text_link\", \"offset\": " + offset + ", \"length\": "
                + length + ", \"url\": \"" + url + "\"}]}}";
        Heard.Mentions heard = (Heard.Mentions) SAMPLES.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(text, heard.mentions().get(0).text());
    }
}
