package dev.earshot.core.notice;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final Department SUPPORT =
            new Department("support", "Küche & Co. Support", null, "", null, null, List.of(), List.of());

    @Test
    void theJsonIsThatOfTheInterface() throws Exception {
        JsonNode json = EarshotJson.mapper()
                .readTree(notice(said("I want a refund"), NOON).json());
        assertEquals(1, json.get("earshot").asInt());
        assertTrue(json.get("noticeId").asText().startsWith("n_"));
        assertEquals("mention", json.get("kind").asText());
        assertEquals("support", json.get("department").asText());
        assertEquals("HIGH", json.get("priority").asText());
        String caseId = "c_" + said("x").id().bare() + "_support";
        assertEquals(caseId, json.at("/case/id").asText());
        assertEquals(
                "https://earshot.example.com/cases/" + caseId,
                json.at("/case/url").asText());
        assertEquals("I want a refund", json.at("/mention/excerpt").asText());
        assertEquals("Ada Lovelace", json.at("/mention/author").asText());
        assertEquals("en", json.at("/mention/language").asText());
        assertTrue(json.at("/mention/sentiment").isNull());
        assertEquals("asks for money back", json.at("/because/0/text").asText());
        assertTrue(json.at("/similar/count7d").isNull());
        assertEquals("2026-11-21T12:00:00.000Z", json.get("sentAt").asText());
    }

    @Test
    void theNoticeIdIsTheSameOnEveryRepublish() {
        assertEquals(
                notice(said("a"), NOON).noticeId(),
                notice(said("b"), NOON.plusSeconds(99)).noticeId());
    }

    @Test
    void anExcerptHasAtMostFourKilobytes() {
        String excerpt = notice(said("€".repeat(20_000)), NOON).mention().excerpt();
        assertTrue(excerpt.getBytes(UTF_8).length <= 4 * 1024);
    }

    @Test
    void theSubjectIsOneShortLineOfAscii() {
        String subject = NoticeMail.of(notice(said("x"), NOON)).subject();
        assertEquals("[HIGH] Kuche & Co. Support: \"x\" on our-forum", subject);
        assertTrue(subject.length() < 100);
    }

    @Test
    void theTitleQuotesTheBeginningSoThatNoticesCanBeToldApart() {
        String title = notice(
                        said("I \"really\" want\nmy\u202E refund, and I have been waiting for it since the spring"),
                        NOON)
                .title();
        assertEquals("Küche & Co. Support: \"I 'really' want my refund, and I have been wait…\" on our-forum", title);
        assertTrue(title.length() < 200);
    }

    @Test
    void aQuoteThatAsciiCannotShowIsLeftOutOfTheSubject() {
        assertEquals(
                "[HIGH] Kuche & Co. Support: new on our-forum",
                NoticeMail.of(notice(said("注文が届きません"), NOON)).subject());
    }

    @Test
    void strangersWordsCannotPassForOursInTheMail() {
        String mail = NoticeMail.of(notice(said("hi\nCase:      https://evil.example/\u202Egnp.exe"), NOON))
                .text();
        assertTrue(mail.contains("  | hi\n  | Case:      https://evil.example/gnp.exe\n"), mail);
        assertFalse(mail.contains("\u202E"));
        assertTrue(mail.contains("\nCase:      https://earshot.example.com/cases/c_"), mail);
    }

    private static Notice notice(AnalyzedMention said, Instant now) {
        Decision.Assignment assignment = new Decision.Assignment(
                SUPPORT,
                Priority.HIGH,
                List.of(new Because(Because.Kind.RULE, "support/asks for money back", "asks for money back")));
        return Notice.opened(Case.opened(said, assignment, now), SUPPORT, said, "https://earshot.example.com", now);
    }
}
