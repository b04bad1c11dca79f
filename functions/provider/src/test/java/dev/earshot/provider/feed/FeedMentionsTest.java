package dev.earshot.provider.feed;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds say, field by field. */
class FeedMentionsTest {

    @Test
    void aVideoThatYouTubePushesIsAMention() {
        Mention video = only("websub/youtube-video.xml");
        assertEquals("yt:video:dQw4w9WgXcQ", video.externalId());
        assertEquals("Halden kettle: six months later & still dripping", video.title());
        assertEquals("", video.text());
        assertEquals("https://www.youtube.com/watch?v=dQw4w9WgXcQ", video.url());
        assertEquals(new Author("UCHaldenKettles0000000000", null, "Kettle Corner"), video.author());
        assertEquals(Instant.parse("2026-11-20T21:40:57Z"), video.createdAt());
        assertEquals(Instant.parse("2026-11-21T10:15:30.123Z").toEpochMilli(), video.version());
        assertNull(video.language());
        assertEquals("feed", video.provider());
        assertEquals("our-source", video.source());
        assertEquals(Signed.NOON, video.receivedAt());
    }

    @Test
    void aDeletedVideoIsATombstoneOfTheSameMentionAsOfWhenItWasDeleted() {
        Mention deleted = only("websub/youtube-deleted.xml");
        assertTrue(deleted.deleted());
        assertEquals(only("websub/youtube-video.xml").id(), deleted.id());
        assertEquals(Instant.parse("2026-11-21T11:00:00.5Z").toEpochMilli(), deleted.version());
        assertTrue(deleted.supersedes(only("websub/youtube-video.xml")));
    }

    @Test
    void aVideoInAChannelsFeedHasItsDescription() {
        Mention video = only("feed/youtube-channel.xml");
        assertEquals("The lid leaks. Support never answered.", video.text());
        assertEquals("yt:video:dQw4w9WgXcQ", video.externalId());
    }

    @Test
    void wordPressSaysItAllInContentEncoded() {
        List<Mention> posts = mentions("feed/wordpress-rss2.xml");
        assertEquals(2, posts.size());
        Mention post = posts.get(0);
        assertEquals("https://blog.example.com/?p=4711", post.externalId());
        assertEquals("https://blog.example.com/2026/11/halden/", post.url());
        assertEquals("Why we stopped recommending Halden – for now", post.title());
        assertEquals(
                "Three of five kettles came back.\n\nSee the table (https://blog.example.com/table) 🙁", post.text());
        assertEquals(new Author(null, null, "Ines Moreau"), post.author());
        assertEquals("en-gb", post.language());
        assertEquals(Instant.parse("2026-11-21T09:12:00Z"), post.createdAt());
        assertEquals(Instant.parse("2026-11-21T09:12:00Z").toEpochMilli(), post.version());
        assertNull(post.inReplyTo());
    }

    @Test
    void whatHasNoGuidIsKnownByItsLink() {
        Mention post = mentions("feed/wordpress-rss2.xml").get(1);
        assertEquals("https://blog.example.com/2026/11/ohne/", post.externalId());
        assertEquals("Ein Kurzes & Gutes", post.text());
        assertEquals(new Author(null, null, "Jan Bauer"), post.author(), "and not the mail address");
    }

    @Test
    void atomTellsLanguagesThreadsAndDeletions() {
        Heard.Mentions heard = heard("feed/atom-tombstones.xml");
        List<Mention> all = heard.mentions();
        assertEquals(4, all.size());
        assertTrue(all.get(0).deleted());
        assertEquals("tag:forum.example.org,2026:7", all.get(0).externalId());
        assertEquals(
                Instant.parse("2026-11-21T11:59:00Z").toEpochMilli(), all.get(0).version());
        assertEquals(Long.MAX_VALUE, all.get(1).version(), "it does not say when");
        Mention reply = all.get(2);
        assertEquals("tag:forum.example.org,2026:5", reply.inReplyTo());
        assertEquals("Kessel undicht & laut", reply.title());
        assertEquals("Er tropft.\n\n- immer", reply.text());
        assertEquals("de-at", reply.language());
        assertEquals("https://forum.example.org/t/9", reply.url());
        assertEquals(new Author("https://forum.example.org/u/mira", null, "Mira"), reply.author());
        assertEquals(Instant.parse("2026-11-21T10:00:00Z"), reply.createdAt());
        assertEquals(Instant.parse("2026-11-21T10:30:00Z").toEpochMilli(), reply.version());
        Mention french = all.get(3);
        assertEquals("fr", french.language());
        assertEquals("a < b", french.title(), "plain text is no HTML");
        assertEquals("Il fuit <vraiment>", french.text());
        assertEquals(new Author(null, null, "Forum"), french.author(), "the feed's own");
        assertEquals(2, heard.ignored(), "a deletion of nothing, and an entry without words");
        assertEquals(
                List.of(new FieldError("/deletedEntries/2/ref", "is missing, or longer than 512 characters")),
                heard.errors());
    }

    @Test
    void googleAlertsLeadToTheArticleItself() {
        Mention alert = only("feed/google-alerts.xml");
        assertEquals("tag:google.com,2013:googlealerts/feed:1234567890123456789", alert.externalId());
        assertEquals("https://news.example.com/halden?a=1&b=2", alert.url());
        assertEquals("Halden recalls 2,000 kettles", alert.title());
        assertEquals("The maker of Halden kettles said on Friday ...", alert.text());
        assertNull(alert.author());
    }

    @Test
    void ofAReviewThePlainWordsAreTaken() {
        Mention review = only("feed/app-store-reviews.xml");
        assertEquals("12001234567", review.externalId());
        assertEquals("Timer broken since update", review.title());
        assertEquals("The kettle timer never rings any more.", review.text());
        assertEquals(new Author("https://itunes.apple.com/us/reviews/id98765", null, "teadrinker77"), review.author());
        assertEquals("en", review.language());
        assertEquals(Instant.parse("2026-11-21T02:17:37Z"), review.createdAt());
    }

    @Test
    void rss1IsReadToo() {
        Mention item = only("feed/rss1.xml");
        assertEquals("https://news.example.net/1", item.externalId());
        assertEquals("In Ghent.", item.text());
        assertEquals(new Author(null, null, "Lotte"), item.author());
        assertEquals("en", item.language());
        assertEquals(Instant.parse("2026-11-19T06:00:00Z"), item.createdAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1251", "UTF-16LE", "Shift_JIS", "utf-8"})
    void theEncodingIsTheOneOfTheXmlDeclaration(String encoding) {
        String word = encoding.equals("windows-1251") ? "чайник" : encoding.equals("Shift_JIS") ? "やかん" : "Café";
        String feed = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><rss version=\"2.0\"><channel><item>"
                + "<guid>1</guid><description>" + word + "</description></item></channel></rss>";
        Heard.Mentions heard =
                assertInstanceOf(Heard.Mentions.class, parse(feed.getBytes(Charset.forName(encoding)), "{}"));
        assertEquals(word, heard.mentions().get(0).text());
    }

    @Test
    void aByteOrderMarkTellsTheEncodingToo() {
        String feed = "<rss version=\"2.0\"><channel><item><guid>1</guid><title>Café</title></item></channel></rss>";
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, parse(feed.getBytes(UTF_16), "{}"));
        assertEquals("Café", heard.mentions().get(0).title());
    }

    @Test
    void entitiesOfHtmlAreForgiven() {
        String feed = " \n<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><guid>1</guid>"
                + "<title>Kaffee&nbsp;&uuml;ber alles</title></item></channel></rss>";
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, parse(feed.getBytes(UTF_8), "{}"));
        assertEquals("Kaffee über alles", heard.mentions().get(0).title().replace('\u00A0', ' '));
    }

    @Test
    void onlyWhatTheSourceListensToIsHeard() {
        assertEquals(1, counted("websub/youtube-video.xml", "{\"channels\": [\"UCHaldenKettles0000000000\"]}"));
        assertEquals(0, counted("websub/youtube-video.xml", "{\"channels\": [\"UCother\"]}"));
        assertEquals(0, counted("websub/youtube-video.xml", "{\"accounts\": [\"UCother\"]}"));
        assertEquals(0, counted("websub/youtube-deleted.xml", "{\"events\": [\"entry\"]}"));
        assertEquals(2, counted("feed/atom-tombstones.xml", "{\"events\": [\"deleted-entry\"]}"));
    }

    private static int counted(String file, String options) {
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, parse(Signed.file(file), options));
        return heard.mentions().size();
    }

    private static Mention only(String file) {
        List<Mention> all = mentions(file);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static List<Mention> mentions(String file) {
        Heard.Mentions heard = heard(file);
        assertEquals(List.of(), heard.errors());
        return heard.mentions();
    }

    private static Heard.Mentions heard(String file) {
        return assertInstanceOf(Heard.Mentions.class, parse(Signed.file(file), "{}"));
    }

    private static Heard parse(byte[] feed, String options) {
        try {
            Source source = new Source(
                    "our-source", "feed", List.of(), EarshotJson.mapper().readTree(options));
            return new Feed().parse(Signed.hook(java.util.Map.of(), feed), source, Signed.NOON);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
