package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a {@link CaseStore} keeps of people's steps, and refuses. */
abstract class CaseStoreContract {

    private static final MentionId ID = Said.mention("post-1").id();
    private static final Instant LATER = Said.NOON.plusSeconds(600);
    private static final Step RESOLVE = new Step.Resolve(new Outcome(Outcome.Kind.FIXED, "Sent a new parcel."));

    private TestTable table;
    private CaseStore store;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        store = table.cases();
    }

    @Test
    void everyStepComesBackAsItWasWritten() {
        Case one = opened("support");
        for (Step step : List.of(
                new Step.Assign("Grace"),
                new Step.Acknowledge(),
                RESOLVE,
                new Step.Reopen("It broke again."),
                new Step.Dismiss("A joke.", true),
                new Step.Note("Not so funny."))) {
            one = take(one, step);
            assertEquals(one, found("support"));
        }
    }

    @Test
    void aCaseMovesToTheListOfWhereItStands() {
        Case one = opened("support");
        assertEquals(1, listed("support", CaseStatus.NEW).size());
        one = take(one, new Step.Acknowledge());
        assertEquals(0, listed("support", CaseStatus.NEW).size());
        assertEquals(1, listed("support", CaseStatus.ACKNOWLEDGED).size());
        take(one, RESOLVE);
        assertEquals(0, listed("support", CaseStatus.ACKNOWLEDGED).size());
        assertEquals(1, listed("support", CaseStatus.RESOLVED).size());
    }

    @Test
    void aListShowsAllOfACaseButItsHistory() {
        Case one = take(take(opened("support"), new Step.Acknowledge()), RESOLVE);
        Case listed = listed("support", CaseStatus.RESOLVED).get(0);
        assertEquals(List.of(), listed.history());
        assertEquals(
                one,
                new Case(
                        listed.id(),
                        listed.status(),
                        listed.priority(),
                        listed.because(),
                        listed.assignee(),
                        listed.openedAt(),
                        listed.dueAt(),
                        listed.acknowledgedAt(),
                        listed.closedAt(),
                        listed.outcome(),
                        listed.marks(),
                        listed.version(),
                        one.history(),
                        listed.mention()));
    }

    @Test
    void aStepOverAnOldVersionChangesNothing() {
        Case one = opened("support");
        take(one, new Step.Acknowledge());
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(
                store.write(CaseChange.of(one, one.take(RESOLVE, "Ada", LATER).orElseThrow()), Said.audited("a case")));
        assertEquals(before, table.scan());
    }

    @Test
    void aStepOnACaseThatIsGoneChangesNothing() {
        Case one = opened("support");
        client().deleteItem(d -> d.tableName(table.settings.name()).key(Keys.caseKey(one.id())));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(
                store.write(CaseChange.of(one, one.take(RESOLVE, "Ada", LATER).orElseThrow()), Said.audited("a case")));
        assertEquals(before, table.scan());
    }

    @Test
    void ofTwoWhoResolveOneCaseOneSucceedsAndOneReadsAgain() throws Exception {
        Case one = opened("support");
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = Stream.of("Ada", "Grace")
                    .map(by -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return table.cases()
                                .write(
                                        CaseChange.of(
                                                one,
                                                one.take(RESOLVE, by, LATER).orElseThrow()),
                                        Said.audited("a case"));
                    }))
                    .toList();
            assertEquals(
                    Set.of(true, false), Set.of(done.get(0).get(), done.get(1).get()));
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2, found("support").version());
    }

    @Test
    void anEditThatComesWithAStepDoesNotUndoIt() {
        StoredMention first = write(null, Said.mention("post-1"), "support");
        Case resolved = take(found("support"), RESOLVE);
        assertFalse(table.store().write(Said.change(first, Said.mention("post-1", 2, "x"), Said.routed("support"))));
        StoredMention edited = write(store.find(ID).orElseThrow(), Said.mention("post-1", 2, "x"), "support");
        Case followed = edited.caseOf("support").orElseThrow();
        assertEquals(CaseStatus.RESOLVED, followed.status());
        assertEquals(resolved.outcome(), followed.outcome());
        assertEquals(List.of(followed.id()), ids(listed("support", CaseStatus.RESOLVED)));
    }

    @Test
    void aReroutedCaseIsANewCaseThereThatAwaitsItsNoticeAndCounts() {
        Case one = opened("support");
        store.noticed(one.id());
        assertTrue(store.write(reroute(one, null), Said.audited("a case")));
        StoredMention stored = store.find(ID).orElseThrow();
        assertEquals(CaseStatus.REROUTED, stored.caseOf("support").orElseThrow().status());
        assertEquals(CaseStatus.NEW, stored.caseOf("product").orElseThrow().status());
        assertEquals(Set.of("product"), stored.awaitingNotice());
        assertEquals(List.of(ID), mentions(listed("product", CaseStatus.NEW)));
        assertEquals(
                Map.of("cases", 1L, "priority:HIGH", 1L, "source:our-forum", 1L, "sentiment:none", 1L),
                table.counts().of("product", CountsContract.DAY));
        assertEquals(expiry("support"), expiry("product"));
    }

    @Test
    void aCaseThatComesBackAwaitsANoticeAgainAndIsListedWhenItCame() {
        write(null, Said.mention("post-1"), "support", "product");
        Case product = take(found("product"), RESOLVE);
        store.noticed(product.id());
        store.noticed(found("support").id());
        assertTrue(store.write(reroute(found("support"), product), Said.audited("a case")));
        Case back = found("product");
        assertEquals(CaseStatus.NEW, back.status());
        assertEquals(LATER, back.openedAt());
        assertEquals(Set.of("product"), store.find(ID).orElseThrow().awaitingNotice());
        assertEquals(List.of(back.id()), ids(listed("product", CaseStatus.NEW)));
        assertEquals(List.of(), listed("product", CaseStatus.RESOLVED));
        assertEquals(1, table.counts().of("product", CountsContract.DAY).get("cases"), "it was counted before");
    }

    @Test
    void anOpenCaseThereStaysAsItIs() {
        write(null, Said.mention("post-1"), "support", "product");
        Case product = take(found("product"), new Step.Acknowledge());
        store.noticed(product.id());
        Case one = found("support");
        Case after = one.take(new Step.Reroute("product", ""), "Ada", LATER).orElseThrow();
        assertTrue(store.write(new CaseChange(one, after, product, null), Said.audited("a case")));
        assertEquals(product, found("product"));
        assertFalse(store.find(ID).orElseThrow().awaitingNotice().contains("product"));
    }

    @Test
    void aReroutingThatMeetsAChangedCaseThereLeavesNothing() {
        write(null, Said.mention("post-1"), "support", "product");
        Case stale = take(found("product"), RESOLVE);
        take(stale, new Step.Note("Asked the driver."));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(store.write(reroute(found("support"), stale), Said.audited("a case")));
        assertFalse(
                store.write(reroute(found("support"), null), Said.audited("a case")), "nor over a case that is there");
        assertEquals(before, table.scan());
    }

    @Test
    void aReroutingOfAMentionThatIsGoneLeavesNothing() {
        Case one = opened("support");
        client().deleteItem(d -> d.tableName(table.settings.name()).key(Keys.key(Keys.mentionPk(ID), Keys.MENTION)));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(store.write(reroute(one, null), Said.audited("a case")));
        assertEquals(before, table.scan());
    }

    @Test
    void peoplesStepsDoNotMakeACaseLiveLonger() {
        Case one = opened("support");
        long before = expiry("support");
        assertEquals(Said.NOON.plus(Duration.ofDays(30)).getEpochSecond(), before);
        take(take(one, RESOLVE), new Step.Reopen("It broke again."));
        assertEquals(before, expiry("support"));
    }

    @Test
    void longNotesComeBackWhole() {
        Case one = opened("support");
        while (one.history().size() < 20) {
            one = take(one, new Step.Note("€".repeat(4_000)));
        }
        assertEquals(one, found("support"));
    }

    @Test
    void noNumberOfLongNotesKeepsACaseFromBeingResolved() {
        Case one = opened("support");
        for (int i = 0; i < 60; i++) {
            one = take(one, new Step.Note("€".repeat(4_000)));
        }
        one = take(one, RESOLVE);
        assertEquals(one, found("support"));
    }

    private CaseChange reroute(Case one, Case thereBefore) {
        Because why = new Because(Because.Kind.PERSON, "Ada", "It is the lamp.");
        return new CaseChange(
                one,
                one.take(new Step.Reroute("product", "It is the lamp."), "Ada", LATER)
                        .orElseThrow(),
                thereBefore,
                one.passedOn(thereBefore, Said.department("product"), why, "Ada", LATER));
    }

    private Case opened(String department) {
        return write(null, Said.mention("post-1"), department)
                .caseOf(department)
                .orElseThrow();
    }

    private Case take(Case one, Step step) {
        Case after = one.take(step, "Ada", LATER).orElseThrow();
        assertTrue(store.write(CaseChange.of(one, after), Said.audited("a case")));
        return after;
    }

    private Case found(String department) {
        return store.find(ID).orElseThrow().caseOf(department).orElseThrow();
    }

    private List<Case> listed(String department, CaseStatus status) {
        return store.cases(List.of(department), List.of(status), PageRequest.first())
                .items();
    }

    private static List<Object> ids(List<Case> cases) {
        return cases.stream().<Object>map(Case::id).toList();
    }

    private static List<MentionId> mentions(List<Case> cases) {
        return cases.stream().map(Case::mentionId).toList();
    }

    private long expiry(String department) {
        return table.scan().stream()
                .filter(item -> item.get(Keys.SK).s().equals(Keys.CASE + department))
                .map(item -> Long.parseLong(item.get(Keys.EXPIRES_AT).n()))
                .findFirst()
                .orElseThrow();
    }

    private StoredMention write(StoredMention before, AnalyzedMention said, String... departments) {
        assertTrue(table.store().write(Said.change(before, said, Said.routed(departments))));
        return store.find(said.id()).orElseThrow();
    }
}
