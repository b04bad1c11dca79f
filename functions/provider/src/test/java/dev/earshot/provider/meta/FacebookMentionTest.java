package dev.earshot.provider.meta;

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookMentionTest {

    private static final SampleSource SAMPLES = SampleSource.of("meta");
    private static final String POST = "112233445566778_122100000000000042";
    private static final String COMMENT = "122100000000000042_998877665544332";

    @Test
    void everyFieldOfACommentArrives() {
        Mention comment = SAMPLES.mention("feed-comment-add");
        assertEquals(COMMENT, comment.externalId());
        assertEquals("meta", comment.provider());
        assertEquals(new Author("24680135792468", null, "Mira Okafor"), comment.author());
        assertEquals("Größe passt, but it smells of smoke 😀 @Acme Lamps", comment.text());
        assertNull(comment.title());
        assertEquals("https://www.facebook.com/" + POST + "?comment_id=998877665544332", comment.url());
        assertEquals(Instant.ofEpochSecond(1_763_715_591), comment.createdAt());
        assertEquals(1_763_715_591_000L, comment.version());
        assertEquals(POST, comment.inReplyTo());
        assertNull(comment.language());
        assertFalse(comment.deleted());
    }

    @Test
    void versionsGrowFromTheCommentOverItsEditItsHidingAndItsReturnToItsRemoval() {
        List<Mention> story = List.of(
                SAMPLES.mention("feed-comment-add"),
                SAMPLES.mention("feed-comment-edited"),
                SAMPLES.mention("feed-comment-hide"),
                SAMPLES.mention("feed-comment-unhide"),
                SAMPLES.mention("feed-comment-remove"));
        for (int later = 1; later < story.size(); later++) {
            assertEquals(COMMENT, story.get(later).externalId());
            for (int earlier = 0; earlier < later; earlier++) {
                assertTrue(story.get(later).supersedes(story.get(earlier)), earlier + " before " + later);
                assertFalse(story.get(earlier).supersedes(story.get(later)), earlier + " after " + later);
            }
        }
        assertEquals(
                List.of(false, false, true, false, true),
                story.stream().map(Mention::deleted).toList());
        assertEquals("It caught fire.", story.get(1).text());
        assertEquals("It caught fire.", story.get(3).text());
        assertEquals(Instant.ofEpochSecond(1_763_715_591), story.get(1).createdAt());
        assertNull(story.get(2).author());
    }

    @Test
    void editsInOneDeliveryKeepTheirOrder() {
        String change = "{\"field\": \"feed\", \"value\": {\"item\": \"comment\", \"verb\": \"edited\", \"comment_id\":"
                + " \"1_2\", \"created_time\": 1763715591, \"message\": \"%s\"}}";
        String body = "{\"object\": \"page\", \"entry\": [{\"id\": \"1\", \"time\": 1763715600, \"changes\": ["
                + change.formatted("first") + ", " + change.formatted("second") + "]}]}";
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertTrue(heard.mentions().get(1).supersedes(heard.mentions().get(0)));
    }

    @Test
    void anEditThatLeavesNoWordsDeletesThem() {
        String body = change("\"item\": \"comment\", \"verb\": \"edited\", \"comment_id\": \"" + COMMENT + "\"");
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertTrue(heard.mentions().get(0).deleted());
        assertTrue(heard.mentions().get(0).supersedes(SAMPLES.mention("feed-comment-add")));
    }

    @Test
    void anEditOfAHiddenCommentKeepsItHidden() {
        String body = change("\"item\": \"comment\", \"verb\": \"edited\", \"comment_id\": \"" + COMMENT
                + "\", \"message\": \"x\", \"is_hidden\": true");
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertTrue(heard.mentions().get(0).deleted());
    }

    @Test
    void aReplyAnswersItsComment() {
        assertEquals(COMMENT, SAMPLES.mention("feed-comment-reply").inReplyTo());
    }

    @Test
    void thePageItselfIsTheCompany() {
        Author page = new Author("112233445566778", null, "Acme Lamps", Author.Kind.OWN);
        assertEquals(page, SAMPLES.mention("feed-comment-by-the-page").author());
    }

    @Test
    void aVisitorsPostAnswersNothingAndHasItsOwnAddress() {
        Mention post = SAMPLES.mention("feed-status-by-a-visitor");
        assertEquals("112233445566778_122100000000000077", post.externalId());
        assertEquals("https://www.facebook.com/acmelamps/posts/pfbid02xyz", post.url());
        assertEquals("Do you ship to Malta?", post.text());
        assertNull(post.inReplyTo());
    }

    @Test
    void olderPayloadsNameTheAuthorBesideTheText() {
        Mention comment = SAMPLES.mention("feed-older-comment");
        assertEquals(new Author("1914154345481707", null, "Carol Kim"), comment.author());
        assertEquals("I don't", comment.text());
    }

    @Test
    void reactionsPicturesWithoutWordsDraftsAndBlocksAreNoMentions() {
        assertEquals(new Heard.Mentions(List.of(), 5), SAMPLES.heard("feed-others"));
    }

    @Test
    void privateMessagesAreNeverHeard() {
        assertEquals(Heard.ignored(), SAMPLES.heard("messages"));
    }

    @Test
    void whoNamesThePageElsewhereIsHeardWithoutAuthorAndGivesWayToTheFeed() {
        Mention mention = SAMPLES.mention("mention-comment");
        assertEquals("122197857164920798_2719805541795582", mention.externalId());
        assertEquals("Ask @Acme Lamps about it", mention.text());
        assertNull(mention.author());
        assertEquals(1, mention.version());
        assertEquals(
                "https://www.facebook.com/669976192871967_122197857164920798?comment_id=2719805541795582",
                mention.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"accounts\": [\"112233445566778\"]} | true",
                "{\"accounts\": [112233445566778]} | true",
                "{\"accounts\": [\"1\"]} | false",
                "{\"channels\": [\"112233445566778_122100000000000042\"]} | true",
                "{\"channels\": [\"1_2\"]} | false",
                "{\"events\": [\"feed\"]} | true",
                "{\"events\": [\"mention\"]} | false"
            })
    void theOptionsNamePagesPostsAndFields(String options, boolean heard) {
        assertEquals(
                heard ? 1 : 0,
                SAMPLES.with(options).mentions("feed-comment-add").mentions().size());
    }

    @Test
    void oneBadChangeCostsTheOthersNothing() {
        String good = "{\"field\": \"feed\", \"value\": {\"item\": \"post\", \"verb\": \"add\", \"post_id\": \"1_2\","
                + " \"message\": \"x\"}}";
        String bad = good.replace("\"1_2\"", "1.5");
        String body = "{\"object\": \"page\", \"entry\": [{\"id\": \"1\", \"time\": 1763715600, \"changes\": [" + bad
                + ", " + good + ", 7]}, {\"id\": \"1\", \"time\": \"x\", \"changes\": []}]}";
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, SAMPLES.parse(body.getBytes(UTF_8)));
        assertEquals(1, heard.mentions().size());
        assertEquals(3, heard.ignored());
        assertEquals(
                List.of("/entry/0/changes/0/value/post_id", "/entry/0/changes/2", "/entry/1/time"),
                heard.errors().stream().map(error -> error.pointer()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"verb\": \"add\", \"item\": \"post\", \"message\": \"x\" | post_id",
                "\"verb\": \"remove\", \"item\": \"comment\", \"post_id\": \"1_2\" | comment_id",
                "\"verb\": \"add\", \"post_id\": 1.5, \"message\": \"x\" | post_id",
                "\"verb\": \"add\", \"post_id\": \"1\", \"message\": {} | message",
                "\"verb\": \"add\", \"post_id\": \"1\", \"message\": \"x\", \"from\": 5 | from",
                "\"verb\": \"add\", \"post_id\": \"1\", \"message\": \"x\", \"from\": {\"id\": []} | from/id",
                "\"verb\": \"add\", \"post_id\": \"1\", \"message\": \"x\", \"created_time\": -1 | created_time",
                "\"verb\": \"add\", \"post_id\": \"1\", \"message\": \"x\", \"created_time\": 1e99 | created_time",
            })
    void whatIsNotAsDocumentedIsPointedAt(String value, String member) {
        assertEquals(List.of("/entry/0/changes/0/value/" + member), SAMPLES.wrong(change(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"object\": \"page\"}",
                "{\"object\": \"page\", \"entry\": {}}",
                "{\"object\": 5, \"entry\": []}",
                "{\"object\": \"page\", \"entry\": [5]}",
                "{\"object\": \"page\", \"entry\": [{\"id\": \"1\", \"changes\": 5}]}"
            })
    void aBodyThatIsNoDeliveryIsMalformed(String body) {
        assertInstanceOf(Heard.Malformed.class, SAMPLES.parse(body.getBytes(UTF_8)));
    }

    @Test
    void moreChangesThanMetaSendsAreRefused() {
        String entry = "{\"id\": \"1\", \"time\": 1, \"changes\": [" + "{}, ".repeat(600) + "{}]}";
        String body = "{\"object\": \"page\", \"entry\": [" + entry + ", " + entry + "]}";
        assertInstanceOf(Heard.Malformed.class, SAMPLES.parse(body.getBytes(UTF_8)));
    }

    @Test
    void objectsThatNobodyListensToAreIgnored() {
        String body = "{\"object\": \"user\", \"entry\": [{\"id\": \"1\", \"time\": 1, \"changes\": [{\"field\":"
                + " \"photos\"}]}]}";
        assertEquals(Heard.ignored(), SAMPLES.parse(body.getBytes(UTF_8)));
    }

    private static String change(String value) {
        return "{\"object\": \"page\", \"entry\": [{\"id\": \"1\", \"time\": 1763715660, \"changes\": [{\"field\":"
                + " \"feed\", \"value\": {" + value + "}}]}]}";
    }
}
