package dev.earshot.provider.intercom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomMentionTest {

    @Test
    void everyFieldOfABeginningArrives() {
        Mention begun = mention("conversation-user-created");
        assertEquals("conversation-215470000000123", begun.externalId());
        assertEquals("Refund", begun.title());
        assertEquals("Where is my refund?\ngrößer 😀", begun.text());
        assertEquals(new Author("5ba682d23d7cf92bef87bfd4", null, "Mira Okafor"), begun.author());
        assertEquals("https://app.intercom.com/a/apps/abc123/conversations/215470000000123", begun.url());
        assertEquals(Instant.parse("2025-11-20T08:30:00Z"), begun.createdAt());
        assertEquals(1, begun.version());
        assertNull(begun.inReplyTo());
    }

    @Test
    void olderVersionsOfTheApiSayTheSame() {
        assertEquals(mention("conversation-user-created"), mention("conversation-user-created-old"));
    }

    @Test
    void everyFieldOfAReplyArrives() {
        Mention reply = mention("conversation-user-replied");
        assertEquals("4412", reply.externalId());
        assertEquals("Still waiting.", reply.text());
        assertEquals("conversation-215470000000123", reply.inReplyTo());
        assertEquals(Instant.ofEpochSecond(1763628000), reply.createdAt());
        assertEquals(1763628060000L, reply.version());
        assertEquals(Author.Kind.PERSON, reply.author().kind());
        assertNull(reply.title());
    }

    @ParameterizedTest
    @CsvSource({"conversation-admin-replied, OWN", "conversation-operator-replied, BOT"})
    void whatTheCompanyAndItsMachinesAnswerIsMarked(String file, Author.Kind kind) {
        assertEquals(kind, mention(file).author().kind());
    }

    @Test
    void notesAssignmentsAndEmptyPartsAreNotHeard() {
        Heard.Mentions heard = (Heard.Mentions) heard("{}", "conversation-user-replied-with-note");
        assertEquals(3, heard.ignored());
        assertEquals(
                List.of("4417"),
                heard.mentions().stream().map(Mention::externalId).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation-admin-noted", "ping"})
    void otherTopicsAreIgnored(String file) {
        assertEquals(Heard.ignored(), heard("{}", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation-part-redacted", "conversation-part-redacted-alone"})
    void aRedactedPartIsDeletedForGood(String file) {
        Mention gone = mention(file);
        assertTrue(gone.deleted());
        assertTrue(gone.supersedes(mention("conversation-user-replied")));
        assertEquals(Long.MAX_VALUE, gone.version());
    }

    @Test
    void aDeletedConversationTakesItsBeginningAway() {
        Mention gone = mention("conversation-deleted");
        assertTrue(gone.deleted());
        assertTrue(gone.supersedes(mention("conversation-user-created")));
    }

    @Test
    void aRedactedBeginningIsDeleted() {
        String body = sample("conversation-user-created")
                .replace("conversation.user.created", "conversation_part.redacted")
                .replace("\"redacted\": false", "\"redacted\": true");
        assertTrue(Samples.one(heard(body)).supersedes(mention("conversation-user-created")));
    }

    @Test
    void onePartThatCannotBeReadCostsTheOthersNothing() {
        String body = sample("conversation-user-replied-with-note")
                .replaceFirst("\"4415\",\\s+\"part_type\": \"note\"", "null, \"part_type\": \"comment\"");
        Heard.Mentions heard = (Heard.Mentions) heard(body);
        assertEquals(1, heard.mentions().size());
        assertEquals(
                List.of("/data/item/conversation_parts/conversation_parts/0/id"),
                heard.errors().stream().map(FieldError::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversation.user.created | {} | /data/item",
                "conversation.user.created | {\"item\": {\"source\": {\"body\": 1}}} |"
                        + " /data/item/id,/data/item/source/body",
                "conversation.user.created | {\"item\": {\"id\": 1, \"created_at\": \"x\"}} | /data/item/created_at",
                "conversation.deleted | {\"item\": {}} | /data/item/id",
                "conversation_part.redacted | {\"item\": {\"type\": \"conversation_part\"}} | /data/item/id"
            })
    void whatIsNotAsDocumentedIsPointedAt(String topic, String data, String pointers) {
        String body = "{\"topic\": \"" + topic + "\", \"data\": " + data + "}";
        assertEquals(List.of(pointers.split(",")), Samples.pointers(heard(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"accounts\": [\"abc123\"]}', 1",
        "'{\"accounts\": [\"other\"]}', 0",
        "'{\"channels\": [\"conversation\"]}', 1",
        "'{\"channels\": [\"email\"]}', 0",
        "'{\"events\": [\"conversation.user.replied\"]}', 0"
    })
    void onlyWhatIsListenedToIsHeard(String options, int mentions) {
        Heard.Mentions heard = (Heard.Mentions) heard(options, "conversation-user-created");
        assertEquals(mentions, heard.mentions().size());
    }

    @Test
    void noEMailAddressIsKept() {
        for (String file : List.of("conversation-user-created", "conversation-user-replied")) {
            assertFalse(mention(file).toString().contains("mira@example.com"));
        }
    }

    @Test
    void theQuestionWhetherTheAddressAnswersIsAnswered() {
        Hook head = new Hook("HEAD", "our-source", "", Map.of(), Map.of(), new byte[0]);
        assertEquals(
                Optional.of(new HookAnswer.Handshake(200, Map.of(), "")),
                new Intercom().handshake(head, Signed.source("intercom"), Signed.NOON));
        Hook post = new Hook("POST", "our-source", "", Map.of(), Map.of(), new byte[0]);
        assertEquals(Optional.empty(), new Intercom().handshake(post, Signed.source("intercom"), Signed.NOON));
    }

    private static String sample(String file) {
        return new String(Signed.file("intercom/" + file + ".json"), UTF_8);
    }

    private static Mention mention(String file) {
        return Samples.one(heard("{}", file));
    }

    private static Heard heard(String body) {
        return Samples.heard(new Intercom(), Signed.source("intercom", "s"), Map.of(), body.getBytes(UTF_8));
    }

    private static Heard heard(String options, String file) {
        return Samples.heard(
                new Intercom(),
                Samples.source("intercom", options),
                Map.of(),
                sample(file).getBytes(UTF_8));
    }
}
