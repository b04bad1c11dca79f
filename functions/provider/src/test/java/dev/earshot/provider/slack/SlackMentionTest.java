package dev.earshot.provider.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
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

class SlackMentionTest {

    private static final SampleSource SAMPLES = SampleSource.of("slack");
    private static final String ID = "T061EG9R6/C0LAN2Q65/1763715600.000123";

    @Test
    void everyFieldOfAMessageArrives() {
        Mention message = SAMPLES.mention("message");
        assertEquals(ID, message.externalId());
        assertEquals("slack", message.provider());
        assertEquals(new Author("U061F7AUR", null, null), message.author());
        assertEquals("@U0LAN0Z89 is it hot (https://example.com/lamp)? größer & <better> 😀 :fire:", message.text());
        assertEquals(Instant.parse("2025-11-21T09:00:00Z"), message.createdAt());
        assertEquals(1_763_715_600_000L, message.version());
        assertNull(message.url(), "the payload does not name the workspace's address");
        assertNull(message.inReplyTo());
        assertNull(message.language());
    }

    @Test
    void whereTheWorkspaceIsNamedMessagesHaveAddresses() {
        SampleSource named = SAMPLES.with("{\"workspace\": \"acme\"}");
        assertEquals(
                "https://acme.slack.com/archives/C0LAN2Q65/p1763715600000123",
                named.mention("message").url());
        assertEquals(
                "https://acme.slack.com/archives/C0LAN2Q65/p1763715700000200?thread_ts=1763715600.000123&cid=C0LAN2Q65",
                named.mention("message-in-thread").url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"message-in-thread", "message-thread-broadcast"})
    void aMessageInAThreadAnswersItsFirst(String file) {
        assertEquals(ID, SAMPLES.mention(file).inReplyTo());
    }

    @Test
    void anEditIsALaterVersionOfTheMessageAndNotOfTheChange() {
        Mention message = SAMPLES.mention("message");
        Mention edited = SAMPLES.mention("message-changed");
        Mention again = SAMPLES.mention("message-changed-again");
        assertEquals(ID, edited.externalId());
        assertEquals("It caught fire.", edited.text());
        assertEquals(message.createdAt(), edited.createdAt());
        assertTrue(edited.supersedes(message));
        assertTrue(again.supersedes(edited), "both edits were made within one second");
        assertFalse(message.supersedes(edited));
    }

    @Test
    void aPreviewOfALinkIsNoEdit() {
        assertEquals(Heard.ignored(), SAMPLES.heard("message-changed-by-preview"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message-deleted", "message-changed-to-tombstone"})
    void aDeletionEndsTheMessageInAnyOrder(String file) {
        Mention deleted = SAMPLES.mention(file);
        assertEquals(ID, deleted.externalId());
        assertTrue(deleted.deleted());
        for (String before : List.of("message", "message-changed", "message-changed-again")) {
            assertTrue(deleted.supersedes(SAMPLES.mention(before)));
            assertFalse(SAMPLES.mention(before).supersedes(deleted));
        }
    }

    @Test
    void botsAreMarked() {
        Mention message = SAMPLES.mention("message-by-bot");
        assertEquals(new Author("B0SURVEY", null, "Survey", Author.Kind.BOT), message.author());
        assertEquals("A customer gave 2 of 5", message.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message-direct",
                "message-group-direct",
                "message-in-private-channel",
                "channel-join",
                "app-rate-limited",
                "reaction-added",
                "url-verification"
            })
    void whatIsPrivateOrNoMessageIsIgnored(String file) {
        assertEquals(Heard.ignored(), SAMPLES.heard(file));
    }

    @ParameterizedTest
    @CsvSource({
        "message-direct, D0PRIVATE, 0",
        "message-group-direct, C0MPIM, 0",
        "message-in-private-channel, C0PRIVATE, 1",
        "message, C0LAN2Q65, 1",
        "message, c0lan2q65, 1",
        "message, C0OTHER, 0",
        "message-deleted, C0LAN2Q65, 1",
        "message-deleted, C0OTHER, 0"
    })
    void namedChannelsAloneAreHeardEvenPrivateOnesButNoDirectMessages(String file, String channel, int heard) {
        SampleSource named = SAMPLES.with("{\"channels\": [\"" + channel + "\"]}");
        assertEquals(heard, named.mentions(file).mentions().size());
    }

    @ParameterizedTest
    @CsvSource({"T061EG9R6, 1", "T0OTHER, 0"})
    void anotherWorkspaceOfTheAppIsNotHeard(String team, int heard) {
        SampleSource named = SAMPLES.with("{\"accounts\": [\"" + team + "\"]}");
        assertEquals(heard, named.mentions("message").mentions().size());
    }

    @Test
    void idsThatTogetherAreTooLongArePointedAt() {
        String members = "\"channel\": \"" + "C".repeat(500) + "\", \"ts\": \"1.000001\", \"text\": \"x\"";
        assertEquals(List.of("/event/channel"), SAMPLES.wrong(body(members)));
    }

    @Test
    void aChannelOfUnknownKindCouldBePrivate() {
        String body = body("\"channel\": \"C1\", \"ts\": \"1.000001\", \"text\": \"x\"")
                .replace("channel_type", "other");
        assertEquals(Heard.ignored(), SAMPLES.parse(body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": \"x\" | /event/ts",
                "\"text\": \"x\", \"ts\": 1763715600.000123 | /event/ts",
                "\"text\": \"x\", \"ts\": \"1763715600\" | /event/ts",
                "\"text\": \"x\", \"ts\": \"99999999999999.000001\" | /event/ts",
                "\"text\": {}, \"ts\": \"1.000001\" | /event/text",
                "\"text\": \"x\", \"ts\": \"1.000001\", \"user\": {} | /event/user",
                "\"subtype\": \"message_deleted\" | /event/deleted_ts",
                "\"subtype\": \"message_changed\", \"message\": {\"text\": \"x\"} | /event/message/ts",
                "\"subtype\": \"message_changed\" | /event/message/ts",
            })
    void whatIsNotAsDocumentedIsPointedAt(String members, String pointer) {
        assertEquals(List.of(pointer), SAMPLES.wrong(body("\"channel\": \"C1\", " + members)));
    }

    private static String body(String members) {
        return "{\"type\": \"event_callback\", \"team_id\": \"T1\", \"event\": {\"type\": \"message\","
                + " \"channel_type\": \"channel\", " + members + "}}";
    }
}
