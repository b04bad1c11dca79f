package dev.earshot.provider.discourse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class DiscourseMentionTest {

    private static final String FORUM = "https://forum.example.com";

    @Test
    void everyFieldOfAPostArrives() {
        Mention post = mention("post_created", "post-created");
        assertEquals("9007199254740993", post.externalId());
        assertEquals(FORUM + "/t/kettle-leaks/4711/1", post.url());
        assertEquals(new Author("31", "mira", "Mira Okafor"), post.author());
        assertEquals("Kettle leaks", post.title());
        assertEquals(
                "The kettle leaks, @halden :sob:\n\n- größer 😀\n- a photo (https://example.com/photo)", post.text());
        assertEquals(Instant.parse("2026-11-20T08:30:00.123Z"), post.createdAt());
        assertEquals(1, post.version());
        assertNull(post.language());
        assertNull(post.inReplyTo());
        assertFalse(post.deleted());
    }

    @Test
    void withoutHtmlTheMarkdownIsRead() {
        String body = sample("post-created").replaceFirst("\"cooked\": .*", "");
        Mention post = Samples.one(heard("post_created", FORUM, body));
        assertEquals(
                "The kettle leaks, @halden :sob:\n\n- größer 😀\n- a photo (https://example.com/photo)", post.text());
    }

    @Test
    void anEditIsALaterVersionOfTheSameMention() {
        Mention edited = mention("post_edited", "post-edited");
        assertTrue(edited.supersedes(mention("post_created", "post-created")));
        assertEquals("The kettle leaks badly.", edited.text());
        assertEquals(2, edited.version());
    }

    @Test
    void aDestroyedPostLooksLikeAnyOtherAndOnlyTheHeaderSaysSo() {
        Mention destroyed = mention("post_destroyed", "post-destroyed");
        assertTrue(destroyed.deleted());
        assertTrue(destroyed.supersedes(mention("post_edited", "post-edited")));
        assertNull(destroyed.text());
        assertNull(destroyed.author());
    }

    @Test
    void aReplayUnderAnotherNameNeitherDeletesWhatWasEditedSinceNorBringsBackWhatWasDeleted() {
        Mention replayedAsDestroyed = mention("post_destroyed", "post-created");
        assertFalse(replayedAsDestroyed.supersedes(mention("post_edited", "post-edited")));
        Mention replayedAsRecovered = mention("post_recovered", "post-recovered");
        assertFalse(replayedAsRecovered.supersedes(mention("post_destroyed", "post-destroyed")));
    }

    @Test
    void aReplyAnswersThePostOfThatNumberAndHasNoTitle() {
        Mention reply = mention("post_created", "post-created-reply");
        assertEquals("4711/2", reply.inReplyTo());
        assertNull(reply.title());
        assertEquals(FORUM + "/t/kettle-leaks/4711/3", reply.url());
        assertEquals(new Author("32", "jonas", null), reply.author());
        String toTheTopic =
                sample("post-created-reply").replace("\"reply_to_post_number\": 2", "\"reply_to_post_number\": null");
        assertEquals(
                "4711/1", Samples.one(heard("post_created", FORUM, toTheTopic)).inReplyTo());
    }

    @Test
    void systemUsersAreBots() {
        assertEquals(
                Author.Kind.BOT,
                mention("post_created", "post-created-by-bot").author().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "post_created, post-created-private",
        "post_edited, post-created-private",
        "post_destroyed, post-created-private",
        "post_created, post-created-whisper",
        "post_created, post-created-small-action",
        "post_created, post-edited-hidden",
        "topic_created, topic-created",
        "ping, ping",
        "'', post-created",
        "POST_CREATED, post-created",
        "post_liked, post-created"
    })
    void whatIsPrivateHiddenOrNoPostIsIgnored(String event, String file) {
        assertEquals(Heard.ignored(), heard(event, FORUM, sample(file)));
    }

    @ParameterizedTest
    @CsvSource({"post-edited-hidden, x, x", "post-edited, '\"user_deleted\": false', '\"user_deleted\": true'"})
    void whatIsHiddenOrTakenBackByItsAuthorIsDeleted(String file, String from, String to) {
        Mention gone = Samples.one(heard("post_edited", FORUM, sample(file).replace(from, to)));
        assertTrue(gone.deleted());
        assertTrue(gone.supersedes(mention("post_created", "post-created")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forum.example.com", "javascript:alert(1)//", "https://", "ftp://forum.example.com"})
    void aForumWithoutAWebAddressGivesNoLinks(String instance) {
        assertNull(Samples.one(heard("post_created", instance, sample("post-created")))
                .url());
    }

    @Test
    void slugsThatAreNoPartOfAnAddressAreLeftOut() {
        String body = sample("post-created").replace("\"kettle-leaks\"", "\"käse/../x\"");
        assertEquals(
                FORUM + "/t/4711/1",
                Samples.one(heard("post_created", FORUM + "/", body)).url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /post",
                "{\"post\": null} | /post",
                "{\"post\": {}} | /post/id",
                "{\"post\": {\"id\": 1.5, \"cooked\": 2, \"version\": 0}} | /post/cooked,/post/id,/post/version",
                "{\"post\": {\"id\": 1, \"created_at\": \"x\", \"hidden\": 1}} | /post/created_at,/post/hidden"
            })
    void whatIsNotAsDocumentedIsPointedAt(String body, String pointers) {
        assertEquals(List.of(pointers.split(",")), Samples.pointers(heard("post_created", FORUM, body)));
        assertInstanceOf(Heard.Malformed.class, heard("post_created", FORUM, "[]"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"channels\": [5]}', 1",
        "'{\"channels\": [\"Kettles\"]}', 1",
        "'{\"channels\": [6]}', 0",
        "'{\"events\": [\"post_created\"]}', 1",
        "'{\"events\": [\"post_edited\"]}', 0"
    })
    void onlyWhatIsListenedToIsHeard(String options, int mentions) {
        Heard heard = Samples.heard(
                new Discourse(),
                Samples.source("discourse", options),
                headers("post_created", FORUM),
                Signed.file("discourse/post-created.json"));
        assertEquals(mentions, ((Heard.Mentions) heard).mentions().size());
    }

    private static String sample(String file) {
        return new String(Signed.file("discourse/" + file + ".json"), UTF_8);
    }

    private static Mention mention(String event, String file) {
        return Samples.one(heard(event, FORUM, sample(file)));
    }

    private static Heard heard(String event, String instance, String body) {
        return Samples.heard(
                new Discourse(), Signed.source("discourse", "secret"), headers(event, instance), body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String event, String instance) {
        return Map.of("x-discourse-event", event, "x-discourse-instance", instance);
    }
}
