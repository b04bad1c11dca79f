package dev.earshot.dispatch;

import static dev.earshot.dispatch.DispatchBench.NOON;
import static dev.earshot.dispatch.DispatchBench.deleted;
import static dev.earshot.dispatch.DispatchBench.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.ReportedBy;
import dev.earshot.core.notice.Notice;
import dev.earshot.edge.SnsNoticePublisher;
import dev.earshot.store.DynamoMentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The use case with the default departments, a real table and a real topic. */
class DispatchTest {

    private static DispatchBench bench;

    private final List<Notice> published = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private DynamoMentionStore store;
    private Dispatch dispatch;
    private int failures;

    @BeforeAll
    static void start() {
        bench = new DispatchBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void newTable() {
        store = bench.store();
        dispatch = bench.dispatch(store, this::publish, clock);
    }

    @Test
    void aNewMentionOpensACaseAndItsNoticeReachesTheTopicOnce() {
        DispatchBench.Topic topic = bench.topic();
        Dispatch real = bench.dispatch(store, new SnsNoticePublisher(bench.sns, topic.arn()), clock);
        AnalyzedMention refund = said("I want a refund");
        assertEquals(new Dispatched.Stored(1, 1), real.dispatch(refund));
        assertEquals(new Dispatched.Stored(0, 0), real.dispatch(refund));
        List<JsonNode> envelopes = bench.envelopes(topic, 1);
        assertEquals(1, envelopes.size());
        JsonNode notice = DispatchBench.json(envelopes.get(0).get("Message").asText());
        Case opened = find().caseOf("support").orElseThrow();
        assertEquals(opened.id().toString(), notice.at("/case/id").asText());
        assertEquals("I want a refund", notice.at("/mention/excerpt").asText());
        assertEquals(
                "https://earshot.example.com/cases/" + opened.id(),
                notice.at("/case/url").asText());
        assertEquals(Set.of(), find().awaitingNotice());
    }

    @Test
    void wordsThatArriveAfterTheirAuthorWasErasedLeaveATombstoneAndNoCase() {
        bench.ledger().add(new Erasure(AuthorKey.of("our-forum", "u9"), NOON));
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(saidByU9("post-9", NOON)));
        StoredMention stored = store.find(MentionId.of("our-forum", "post-9")).orElseThrow();
        assertTrue(stored.mention().mention().wasErased());
        assertEquals(List.of(), stored.cases());
        assertEquals(List.of(), published);
    }

    @Test
    void whatAnErasedAuthorSaysLaterIsHeard() {
        bench.ledger().add(new Erasure(AuthorKey.of("our-forum", "u9"), NOON));
        assertEquals(new Dispatched.Stored(1, 1), dispatch.dispatch(saidByU9("post-10", NOON.plusMillis(1))));
    }

    @Test
    void aPublicPostThatAColleagueReportedBeforeIsWorkedOnThere() {
        AnalyzedMention report = new AnalyzedMention(
                Mention.of("employees", "employee", "r-1")
                        .url("https://forum.example.com/t/1")
                        .text("Somebody wants a refund")
                        .reportedBy(ReportedBy.of("product"))
                        .heard(NOON),
                Analysis.languageOnly(null));
        assertEquals(new Dispatched.Stored(1, 1), dispatch.dispatch(report));
        bench.reports().keep("https://forum.example.com/t/1/", report.id(), NOON);
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(post("post-20", 1, "1?utm_source=x#reply")));
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(post("post-20", 2, "1")), "nor does its edit");
        StoredMention stored = store.find(MentionId.of("our-forum", "post-20")).orElseThrow();
        assertTrue(stored.mention().reportedBefore());
        assertEquals(List.of(), stored.cases());
        assertEquals(
                stored.author(), store.find(report.id()).orElseThrow().author(), "an erasure takes the quotation, too");
        assertEquals(new Dispatched.Stored(1, 1), dispatch.dispatch(post("post-21", 1, "2")), "another address");
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(report), "told again");
        assertEquals(2, published.size());
    }

    @Test
    void aPublicPostThatWasReportedToNobodyIsRouted() {
        AnalyzedMention report = new AnalyzedMention(
                Mention.of("employees", "employee", "r-2")
                        .url("https://forum.example.com/t/3")
                        .text("It rains")
                        .reportedBy(ReportedBy.of("product"))
                        .heard(NOON),
                Analysis.languageOnly(null));
        dispatch.dispatch(report);
        bench.reports().keep("https://forum.example.com/t/3", report.id(), NOON);
        assertEquals(new Dispatched.Stored(1, 1), dispatch.dispatch(post("post-22", 1, "3")));
    }

    private static AnalyzedMention post(String externalId, long version, String page) {
        return new AnalyzedMention(
                Mention.of("our-forum", "standard-webhooks", externalId)
                        .author(new Author("u8", "yan", "Yan"))
                        .url("https://forum.example.com/t/" + page)
                        .text("I want a refund")
                        .version(version)
                        .heard(NOON),
                Analysis.languageOnly(null));
    }

    private static AnalyzedMention saidByU9(String externalId, Instant at) {
        return new AnalyzedMention(
                Mention.of("our-forum", "standard-webhooks", externalId)
                        .author(new Author("u9", "zed", "Zed"))
                        .text("I want a refund")
                        .heard(at),
                Analysis.languageOnly(null));
    }

    @Test
    void severalDepartmentsGetACaseAndANoticeEach() {
        assertEquals(new Dispatched.Stored(2, 2), dispatch.dispatch(said("The lamp is broken and I want a refund")));
        assertEquals(List.of("product", "support"), publishedTo());
        assertEquals(2, published.stream().map(Notice::noticeId).distinct().count());
    }

    @Test
    void theSameAgainChangesAndPublishesNothing() {
        dispatch.dispatch(said("I want a refund"));
        StoredMention before = find();
        clock.now = NOON.plus(Duration.ofHours(1));
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(said("I want a refund")));
        assertEquals(before, find());
        assertEquals(1, published.size());
    }

    @Test
    void aNoticeThatWasNotPublishedIsPublishedLaterUnderTheSameId() {
        failures = 1;
        AnalyzedMention refund = said("I want a refund");
        assertThrows(IllegalStateException.class, () -> dispatch.dispatch(refund));
        assertEquals(Set.of("support"), find().awaitingNotice());
        clock.now = NOON.plusMillis(14_999);
        assertInstanceOf(Dispatched.Busy.class, dispatch.dispatch(refund), "the other may still be at it");
        assertEquals(1, published.size(), "that which failed");
        clock.now = NOON.plusSeconds(15);
        assertEquals(new Dispatched.Stored(0, 1), dispatch.dispatch(refund));
        assertEquals(published.get(0).noticeId(), published.get(1).noticeId());
        assertEquals(Set.of(), find().awaitingNotice());
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(refund));
        assertEquals(2, published.size());
    }

    @Test
    void ofSeveralNoticesOnlyThoseNotPublishedAreRepeated() {
        AnalyzedMention both = said("The lamp is broken and I want a refund");
        Dispatch failsAtSupport = bench.dispatch(
                store,
                notice -> {
                    if (notice.department().equals("support")) {
                        throw new IllegalStateException("an outage");
                    }
                    published.add(notice);
                },
                clock);
        assertThrows(IllegalStateException.class, () -> failsAtSupport.dispatch(both));
        clock.now = NOON.plusSeconds(15);
        assertEquals(new Dispatched.Stored(0, 1), dispatch.dispatch(both));
        assertEquals(List.of("product", "support"), publishedTo());
    }

    @Test
    void anEditOpensOnlyTheCasesThatAreNew() {
        dispatch.dispatch(said(1, "I want a refund"));
        assertEquals(new Dispatched.Stored(1, 1), dispatch.dispatch(said(2, "I want a refund, the lamp is broken")));
        assertEquals(List.of("support", "product"), publishedTo());
        Case support = find().caseOf("support").orElseThrow();
        assertEquals(
                List.of("opened", "edited"),
                support.history().stream().map(HistoryEntry::action).toList());
        assertEquals("I want a refund, the lamp is broken", support.mention().excerpt());
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        dispatch.dispatch(said(2, "I want a refund"));
        StoredMention before = find();
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(said(1, "The lamp is broken")));
        assertEquals(before, find());
        assertEquals(List.of("support"), publishedTo());
    }

    @Test
    void aDeletionErasesTheWordsAndPublishesNothing() {
        dispatch.dispatch(said(1, "I want a refund"));
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(deleted(1)));
        assertEquals(1, published.size());
        assertTrue(find().mention().mention().deleted());
        Case support = find().caseOf("support").orElseThrow();
        assertNull(support.mention().excerpt());
        assertNull(support.mention().url());
    }

    @Test
    void aNoticeThatWasStillToComeIsNotSentForWhatWasDeletedMeanwhile() {
        failures = 1;
        assertThrows(IllegalStateException.class, () -> dispatch.dispatch(said(1, "I want a refund")));
        published.clear();
        dispatch.dispatch(deleted(1));
        clock.now = NOON.plusSeconds(15);
        dispatch.dispatch(said(1, "I want a refund"));
        assertEquals(List.of(), published);
        assertEquals(Set.of(), find().awaitingNotice());
    }

    @Test
    void aDeletionThatComesFirstKeepsTheWordsOut() {
        dispatch.dispatch(deleted(3));
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(said(2, "I want a refund")));
        assertEquals(List.of(), find().cases());
        assertEquals(List.of(), published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good morning everyone", "CONGRATS!! claim your prize at example.com", "👍", ""})
    void whatConcernsNobodyIsStoredAndPublishedToNobody(String text) {
        assertEquals(new Dispatched.Stored(0, 0), dispatch.dispatch(said(text)));
        assertEquals(List.of(), find().cases());
        assertEquals(List.of(), published);
    }

    private void publish(Notice notice) {
        published.add(notice);
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("an outage");
        }
    }

    private List<String> publishedTo() {
        return published.stream().map(Notice::department).toList();
    }

    private StoredMention find() {
        return store.find(said("").id()).orElseThrow();
    }

    private static final class SettableClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
