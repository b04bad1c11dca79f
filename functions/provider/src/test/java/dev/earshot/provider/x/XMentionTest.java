package dev.earshot.provider.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.SampleSource;
import dev.earshot.provider.Signed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XMentionTest {

    private static final SampleSource SAMPLES = SampleSource.of("x");
    private static final Author MIRA = new Author("2046232155413663744", "mira_okafor", "Mira Okafor");

    @Test
    void everyFieldOfAMentionArrives() {
        Mention post = SAMPLES.mention("post-mention-create");
        assertEquals("2080765813578191303", post.externalId());
        assertEquals("x", post.provider());
        assertEquals(MIRA, post.author());
        assertEquals("@AcmeLamps größer & <hot> 😀 https://example.com/lamps?a=1", post.text());
        assertEquals("https://x.com/mira_okafor/status/2080765813578191303", post.url());
        assertEquals(Instant.parse("2026-07-24T21:23:23Z"), post.createdAt());
        assertEquals(1, post.version());
        assertNull(post.language(), "und is no language");
        assertNull(post.inReplyTo());
        assertNull(post.title());
    }

    @Test
    void aPostOfAFollowedAccountHasItsLanguage() {
        Mention post = SAMPLES.mention("post-create");
        assertEquals("en", post.language());
        assertEquals("AcmeLamps", post.author().handle());
    }

    @Test
    void aReplyAnswersAPostAndLabelledAccountsAreBots() {
        Mention reply = SAMPLES.mention("post-reply-create");
        assertEquals("2080761390344937796", reply.inReplyTo());
        assertEquals(MIRA.of(Author.Kind.BOT), reply.author());
    }

    @Test
    void aQuoteSaysSomethingOfItsOwn() {
        Mention quote = SAMPLES.mention("post-quote-create");
        assertEquals("Look at this lamp", quote.text());
        assertNull(quote.inReplyTo());
    }

    @Test
    void anEditIsANewPostThatEndsThoseBeforeIt() {
        List<Mention> heard = SAMPLES.mentions("post-edited").mentions();
        assertEquals(
                List.of("2080765813578191303", "2080765950000000005", "2080766000000000009"),
                heard.stream().map(Mention::externalId).toList());
        assertEquals(
                List.of(true, true, false), heard.stream().map(Mention::deleted).toList());
        assertEquals("@AcmeLamps it caught fire", heard.get(2).text());
        Mention first = SAMPLES.mention("post-mention-create");
        assertTrue(heard.get(0).supersedes(first));
        assertFalse(first.supersedes(heard.get(0)), "the first comes late and stays ended");
    }

    @Test
    void aVersionThatWasReplacedWhenItIsDeliveredEndsWithoutWords() {
        String body = new String(Signed.file("x/post-edited.json"), UTF_8)
                .replace("\"id\": \"2080766000000000009\"", "\"id\": \"2080765950000000005\"");
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertTrue(heard.mentions().stream().allMatch(Mention::deleted));
        assertEquals(2, heard.mentions().size());
    }

    @Test
    void aDeletionEndsThePostWhateverIsListenedTo() {
        Mention deleted = SAMPLES.with("{\"events\": [\"post.mention.create\"], \"channels\": [\"mentions\"]}")
                .mention("post-delete");
        assertEquals("2080765813578191303", deleted.externalId());
        assertTrue(deleted.deleted());
        assertTrue(deleted.supersedes(SAMPLES.mention("post-mention-create")));
        assertFalse(SAMPLES.mention("post-mention-create").supersedes(deleted));
    }

    @Test
    void aLongPostOfTheFilteredStreamIsHeardWhole() {
        Mention post = SAMPLES.mention("filtered-stream");
        assertEquals("The whole of a long post about https://example.com/lamp", post.text());
        assertEquals("2080770000000000001", post.externalId());
        assertEquals(MIRA, post.author());
    }

    @ParameterizedTest
    @ValueSource(strings = {"post-repost-create", "like-create", "dm-received", "favorite-events"})
    void repostsLikesAndDirectMessagesAreNoMentions(String file) {
        assertEquals(Heard.ignored(), SAMPLES.heard(file));
    }

    @Test
    void protectedAccountsArePrivate() {
        String body = new String(Signed.file("x/post-quote-create.json"), UTF_8)
                .replace("\"protected\": false", "\"protected\": true");
        assertEquals(Heard.ignored(), SAMPLES.parse(body.getBytes(UTF_8)));
    }

    @Test
    void theOlderApiIsUnderstoodAndItsReposts() {
        Heard.Mentions heard = SAMPLES.mentions("tweet-create-events");
        assertEquals(1, heard.ignored());
        Mention post = heard.mentions().get(0);
        assertEquals("1050118621198921728", post.externalId());
        assertEquals("To make room for more expression, we will now count all emojis as equal & fair", post.text());
        assertEquals(MIRA, post.author());
        assertEquals(Instant.parse("2018-10-10T20:19:24Z"), post.createdAt());
        assertEquals("1050118000000000001", post.inReplyTo());
        assertEquals("en", post.language());
        assertEquals("https://x.com/mira_okafor/status/1050118621198921728", post.url());
        Mention deleted = SAMPLES.mention("tweet-delete-events");
        assertEquals(post.id(), deleted.id());
        assertTrue(deleted.deleted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post-mention-create | {\"accounts\": [\"1716450569358098432\"]} | 1",
                "post-mention-create | {\"accounts\": [\"1\"]} | 0",
                "post-mention-create | {\"channels\": [\"mentions\"]} | 1",
                "post-mention-create | {\"channels\": [\"other\"]} | 0",
                "post-mention-create | {\"events\": [\"post.reply.create\"]} | 0",
                "filtered-stream | {\"channels\": [\"brand\"]} | 1",
                "filtered-stream | {\"channels\": [\"other\"]} | 0",
                "filtered-stream | {\"events\": [\"filtered-stream\"]} | 1",
                "filtered-stream | {\"events\": [\"post.create\"]} | 0",
                "tweet-create-events | {\"accounts\": [\"1\"]} | 0"
            })
    void theOptionsNameAccountsTagsAndEvents(String file, String options, int heard) {
        assertEquals(heard, SAMPLES.with(options).mentions(file).mentions().size());
    }

    @Test
    void authorsWhoAreNotIncludedHaveTheirIdAndPostsStillAnAddress() {
        Mention post = ((Heard.Mentions) SAMPLES.parse(
                        "{\"data\": {\"id\": \"12\", \"author_id\": 7, \"text\": \"x\"}}".getBytes(UTF_8)))
                .mentions()
                .get(0);
        assertEquals(new Author("7", null, null), post.author());
        assertEquals("https://x.com/i/status/12", post.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {}} | /data/id,/data/text",
                "{\"data\": []} | /data,/data/id,/data/text",
                "{\"data\": {\"event_type\": 5}} | /data/event_type",
                "{\"data\": {\"event_type\": \"post.delete\", \"payload\": {}}} | /data/payload/id",
                "{\"data\": {\"event_type\": \"post.create\", \"payload\": {\"id\": \"1\"}}} | /data/payload/text",
                "{\"data\": {\"id\": \"1\", \"text\": \"x\", \"created_at\": 5}} | /data/created_at",
                "{\"data\": {\"id\": \"1\", \"text\": \"x\", \"edit_history_tweet_ids\": 5}}"
                        + " | /data/edit_history_tweet_ids",
                "{\"data\": {\"id\": \"1\", \"text\": \"x\", \"edit_history_tweet_ids\": [{}]}}"
                        + " | /data/edit_history_tweet_ids",
                "{\"data\": {\"id\": \"1\", \"text\": \"x\"}, \"includes\": {\"users\": 7}} | /includes/users",
                "{\"tweet_create_events\": [{}]} | /tweet_create_events/0/id,/tweet_create_events/0/text",
                "{\"tweet_create_events\": [{\"id_str\": \"1\", \"text\": \"x\", \"created_at\": \"now\"}]}"
                        + " | /tweet_create_events/0/created_at",
                "{\"tweet_create_events\": {}} | /tweet_create_events",
                "{\"tweet_delete_events\": [{}]} | /tweet_delete_events/0/status/id",
            })
    void whatIsNotAsDocumentedIsPointedAt(String body, String pointers) {
        assertEquals(List.of(pointers.split(",")), SAMPLES.wrong(body));
    }

    @Test
    void addressesThatWouldGrowBeyondReasonAreCut() {
        String whole = "https://example.com/" + "a".repeat(2_000);
        String body = "{\"data\": {\"id\": \"1\", \"text\": \"" + "https://t.co/a ".repeat(50_000)
                + "\", \"entities\": {\"urls\": [{\"url\": \"https://t.co/a\", \"expanded_url\": \"" + whole
                + "\"}]}}}";
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertTrue(heard.mentions().get(0).text().startsWith(whole + " " + whole));
        assertTrue(heard.mentions().get(0).truncated());
    }
}
