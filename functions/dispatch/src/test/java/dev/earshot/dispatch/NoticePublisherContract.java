package dev.earshot.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.notice.NoticePublisher;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.edge.SnsNoticePublisher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkException;

/** What subscribers get of a notice, on whatever speaks SNS and SQS. */
abstract class NoticePublisherContract {

    private DispatchBench.Topic topic;
    private NoticePublisher publisher;

    protected abstract DispatchBench bench();

    /** Words and names that would break a subject, a mail, a header or a document. */
    static List<String> hostile() {
        return List.of(
                "Line\nbreaks\r\nSubject: forged\n\n",
                "\u202Egpj.exe \u2066right to left \u0627\u0644\u0639\u0631\u0628\u064A\u0629\u2069",
                "w".repeat(10_000),
                "ö".repeat(10_000),
                "👩‍👩‍👧‍👦".repeat(3_000),
                "\"quotes\" 'and' \\back\\slashes\\ {\"default\": \"x\"}",
                "\u0000\u0001\u001B[31m\u007F\u0085\u2028\u2029",
                "\uFFFE\uFFFF\uD800",
                "<script>alert(1)</script> &amp; ]]> %0a%0d ${jndi:ldap://x}",
                "注文が届かない",
                "…… ––",
                " leading and trailing ");
    }

    @BeforeEach
    void newTopic() {
        topic = bench().topic();
        publisher = new SnsNoticePublisher(bench().sns, topic.arn());
    }

    @Test
    void programsGetTheNoticeAsJsonAndFilterByThreeAttributes() {
        Notice notice = notice("Customer support", DispatchBench.said("I want a refund"));
        publisher.publish(notice);
        JsonNode envelope = only();
        assertEquals(
                Map.of("department", "support", "kind", "mention", "priority", "HIGH"),
                DispatchBench.attributes(envelope));
        assertEquals(
                DispatchBench.json(notice.json()),
                DispatchBench.json(envelope.get("Message").asText()));
        assertEquals(
                "[HIGH] Customer support: \"I want a refund\" on our-forum",
                envelope.get("Subject").asText());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverPeopleWriteOrCallThemselvesIsPublished(String words) {
        Mention mention = DispatchBench.draft(words)
                .title(words)
                .author(Author.ofNullable("u1", words, words))
                .heard(DispatchBench.NOON);
        String name = "D " + Text.line(words, 90); // As hostile as a department's name can be: one clean line.
        publisher.publish(notice(name, DispatchBench.analyzed(mention)));
        JsonNode envelope = only();
        String subject = envelope.get("Subject").asText();
        assertTrue(subject.matches("\\[HIGH\\][ -~]{1,92}"), subject);
        JsonNode notice = DispatchBench.json(envelope.get("Message").asText());
        assertEquals(mention.id().value(), notice.at("/mention/id").asText());
    }

    @Test
    void theLargestNoticeIsPublished() {
        Mention mention = DispatchBench.draft("\"\\\n€".repeat(20_000)).heard(DispatchBench.NOON);
        publisher.publish(notice("Customer support", DispatchBench.analyzed(mention)));
        assertTrue(only().get("Message").asText().length() < 256 * 1024);
    }

    @Test
    void anOutageIsAFault() {
        NoticePublisher missing = new SnsNoticePublisher(bench().sns, topic.arn() + "-gone");
        Notice notice = notice("Customer support", DispatchBench.said("I want a refund"));
        assertThrows(SdkException.class, () -> missing.publish(notice));
    }

    static Notice notice(String departmentName, AnalyzedMention said) {
        Department support = new Department("support", departmentName, null, "", null, null, List.of(), List.of());
        Decision.Assignment assignment = new Decision.Assignment(
                support,
                Priority.HIGH,
                List.of(new Because(Because.Kind.RULE, "support/asks for money back", "asks for money back")));
        return Notice.opened(
                Case.opened(said, assignment, DispatchBench.NOON),
                support,
                said,
                "https://earshot.example.com",
                DispatchBench.NOON);
    }

    protected DispatchBench.Topic topic() {
        return topic;
    }

    protected NoticePublisher publisher() {
        return publisher;
    }

    private JsonNode only() {
        List<JsonNode> envelopes = bench().envelopes(topic, 1);
        assertEquals(1, envelopes.size());
        return envelopes.get(0);
    }
}
