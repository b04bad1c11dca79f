package dev.earshot.provider.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubMentionTest {

    @Test
    void everyFieldOfAnIssueArrives() {
        Mention issue = mention("issues", "issues-opened");
        assertEquals("issue-2300000012", issue.externalId());
        assertEquals("github", issue.provider());
        assertEquals("https://github.com/acme-lamps/lamp/issues/12", issue.url());
        assertEquals(new Author("5150", "mira-okafor", null), issue.author());
        assertEquals("Lamp gets hot", issue.title());
        assertEquals("It smells of smoke after an hour.\n\n- bulb: 40 W\n- größer 😀", issue.text());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), issue.createdAt());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z").toEpochMilli(), issue.version());
        assertEquals(Signed.NOON, issue.receivedAt());
        assertNull(issue.language());
        assertNull(issue.inReplyTo());
        assertFalse(issue.deleted());
    }

    @Test
    void anEditIsALaterVersionOfTheSameMention() {
        Mention opened = mention("issues", "issues-opened");
        Mention edited = mention("issues", "issues-edited");
        assertEquals(opened.id(), edited.id());
        assertTrue(edited.supersedes(opened));
        assertEquals("It caught fire.", edited.text());
        assertEquals("Lamp gets very hot", edited.title());
    }

    @ParameterizedTest
    @CsvSource({
        "issues, issues-edited, issues-deleted",
        "issue_comment, issue-comment-edited, issue-comment-deleted",
        "discussion, discussion-created, discussion-deleted"
    })
    void aDeletionReplacesTheLastEditAndKeepsNoWords(String event, String before, String after) {
        Mention said = mention(event, before);
        Mention deleted = mention(event, after);
        assertEquals(said.id(), deleted.id());
        assertTrue(deleted.supersedes(said));
        assertTrue(deleted.deleted());
        assertNull(deleted.author());
        assertNull(deleted.inReplyTo());
    }

    @Test
    void anIssueWithoutBodyHasItsTitle() {
        Mention issue = mention("issues", "issues-opened-without-body");
        assertEquals("", issue.text());
        assertEquals("Lamp gets hot", issue.title());
    }

    @Test
    void whoLeftGitHubHasNoName() {
        assertNull(mention("issues", "issues-opened-by-ghost").author());
    }

    @Test
    void aCommentAnswersItsIssue() {
        Mention comment = mention("issue_comment", "issue-comment-created");
        assertEquals("issue-comment-3100000077", comment.externalId());
        assertEquals("issue-2300000012", comment.inReplyTo());
        assertEquals("Mine does too.", comment.text());
        assertNull(comment.title());
        assertEquals("jonas-vale", comment.author().handle());
        Mention edited = mention("issue_comment", "issue-comment-edited");
        assertTrue(edited.supersedes(comment));
        assertEquals(comment.id(), edited.id());
    }

    @Test
    void aDiscussionIsAMention() {
        Mention discussion = mention("discussion", "discussion-created");
        assertEquals("discussion-4100040", discussion.externalId());
        assertEquals("A lamp for reading", discussion.title());
        assertEquals("Would be nice if it followed the page.", discussion.text());
        assertNull(discussion.inReplyTo());
    }

    @Test
    void aDiscussionCommentAnswersTheDiscussionOrTheCommentAboveIt() {
        Mention comment = mention("discussion_comment", "discussion-comment-created");
        assertEquals("discussion-comment-880001", comment.externalId());
        assertEquals("discussion-4100040", comment.inReplyTo());
        assertEquals(
                comment.externalId(),
                mention("discussion_comment", "discussion-comment-reply").inReplyTo());
    }

    @ParameterizedTest
    @CsvSource({
        "ping, ping",
        "issues, issues-labeled",
        "star, star-created",
        "push, issues-opened",
        "'', issues-opened",
        "ISSUES, issues-opened",
        "discussion, ping"
    })
    void otherEventsAndActionsAreNoMentions(String event, String file) {
        assertEquals(Heard.ignored(), heard(event, Signed.file("github/" + file + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"})
    void theFormContentTypeSaysTheSame(String type) {
        String json = new String(Signed.file("github/issues-opened.json"), UTF_8);
        String form = "a=b&payload=" + URLEncoder.encode(json, UTF_8);
        assertEquals(Heard.one(mention("issues", "issues-opened")), heard("issues", type, form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "payload=", "payload=%zz", "payload=%", "payload", "payload=%7B", "{}"})
    void aFormWithoutAPayloadIsMalformed(String form) {
        assertInstanceOf(Heard.Malformed.class, heard("issues", "application/x-www-form-urlencoded", form));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\": \"opened\"} | /issue/id",
                "{\"action\": \"opened\", \"issue\": []} | /issue,/issue/id",
                "{\"action\": \"opened\", \"issue\": {}} | /issue/id",
                "{\"action\": \"deleted\", \"issue\": {\"title\": \"x\"}} | /issue/id",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1.5}} | /issue/id",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"body\": 2}} | /issue/body",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"title\": {}}} | /issue/title",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"user\": \"ada\"}} | /issue/user",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"user\": {\"login\": 2}}} | /issue/user/login",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"created_at\": \"x\"}} | /issue/created_at",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"updated_at\": 5}} | /issue/updated_at",
                "{\"action\": \"opened\", \"issue\": {\"id\": 1, \"updated_at\": \"+999999999-01-01T00:00:00Z\"}}"
                        + " | /issue/updated_at",
            })
    void whatIsNotAsDocumentedIsPointedAtAndNoFault(String body, String pointers) {
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, heard("issues", body.getBytes(UTF_8)));
        assertEquals(
                List.of(pointers.split(",")),
                malformed.errors().stream()
                        .map(FieldError::pointer)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void aCommentWhoseIssueIsMissingAnswersNothing() {
        byte[] body = "{\"action\": \"created\", \"comment\": {\"id\": 1, \"body\": \"x\"}}".getBytes(UTF_8);
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, heard("issue_comment", body));
        assertNull(heard.mentions().get(0).inReplyTo());
    }

    @Test
    void idsAsLongAsTheyCanBeAreRefusedAndNoFault() {
        String id = "\"" + "i".repeat(512) + "\"";
        byte[] issue = ("{\"action\": \"opened\", \"issue\": {\"id\": " + id + "}}").getBytes(UTF_8);
        assertInstanceOf(Heard.Malformed.class, heard("issues", issue));
        byte[] comment = ("{\"action\": \"created\", \"issue\": {\"id\": " + id + "}, \"comment\": {\"id\": 1}}")
                .getBytes(UTF_8);
        assertInstanceOf(Heard.Malformed.class, heard("issue_comment", comment));
    }

    private static Mention mention(String event, String file) {
        Heard.Mentions heard =
                assertInstanceOf(Heard.Mentions.class, heard(event, Signed.file("github/" + file + ".json")));
        assertEquals(0, heard.ignored());
        assertEquals(1, heard.mentions().size());
        return heard.mentions().get(0);
    }

    private static Heard heard(String event, byte[] body) {
        return new GitHub()
                .parse(
                        Signed.hook(Signed.gitHub(event, "secret", body), body),
                        Signed.source("github", "secret"),
                        Signed.NOON);
    }

    private static Heard heard(String event, String contentType, String body) {
        Map<String, String> headers = new HashMap<>(Signed.gitHub(event, "secret", body.getBytes(UTF_8)));
        headers.put("content-type", contentType);
        return new GitHub()
                .parse(Signed.hook(headers, body.getBytes(UTF_8)), Signed.source("github", "secret"), Signed.NOON);
    }
}
