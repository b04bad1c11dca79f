package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.MentionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a {@link MentionStore} keeps and refuses, on whatever speaks DynamoDB. */
abstract class MentionStoreContract {

    private static final MentionId ID = Said.mention("post-1").id();

    private TestTable table;
    private MentionStore store;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        store = table.store();
    }

    @Test
    void whatWasNeverWrittenIsNotFound() {
        assertEquals(Optional.empty(), store.find(ID));
    }

    @Test
    void whatIsWrittenIsFoundAsItWas() {
        Change.Write change = Said.change(null, Said.mention("post-1"), Said.routed("product", "support"));
        assertTrue(store.write(change));
        assertEquals(
                new StoredMention(
                        change.mention(),
                        change.opened(),
                        Set.of("product", "support"),
                        AuthorKey.of("our-forum", "u1")),
                store.find(ID).orElseThrow());
    }

    @Test
    void everyPartOfAFullAnalysisComesBack() {
        Analysis full = new Analysis(
                "local",
                new Analysis.DetectedLanguage("en", 1),
                Sentiment.NEGATIVE,
                new Analysis.SentimentScores(0.00001, 0.9, 0.09999, 0),
                List.of(new Analysis.Scored("complaint", 0.75)),
                true,
                List.of("lamp"),
                List.of(new Analysis.Scored("support", 0.5)),
                new Analysis.Noise("RULE", "marketing/giveaway"),
                null);
        AnalyzedMention said =
                new AnalyzedMention(Said.draft("post-1").version(Long.MAX_VALUE).heard(Said.NOON), full);
        assertTrue(store.write(Said.change(null, said, Said.unrouted())));
        assertEquals(said, store.find(ID).orElseThrow().mention());
    }

    @Test
    void theLargestTextFits() {
        AnalyzedMention said = Said.mention("post-1", 1, "€".repeat(30_000));
        assertTrue(store.write(Said.change(null, said, Said.routed("support"))));
        assertEquals(said, store.find(ID).orElseThrow().mention());
    }

    @Test
    void theSameNewMentionIsWrittenOnce() {
        Change.Write change = Said.change(null, Said.mention("post-1"), Said.routed("support"));
        assertTrue(store.write(change));
        assertFalse(store.write(change));
        assertEquals(change.opened(), store.find(ID).orElseThrow().cases());
    }

    @Test
    void aLaterVersionReplacesTheWordsAndItsCasesFollow() {
        StoredMention first = write(null, Said.mention("post-1", 1, "refund"), "support");
        AnalyzedMention edited = Said.mention("post-1", 2, "refund the broken lamp");
        StoredMention second = write(first, edited, "product", "support");
        assertEquals(edited, second.mention());
        Case followed = second.caseOf("support").orElseThrow();
        assertEquals(2, followed.version());
        assertEquals("Where is it?\nrefund the broken lamp", followed.mention().excerpt());
        assertEquals(
                List.of("opened", "edited"),
                followed.history().stream().map(HistoryEntry::action).toList());
        assertEquals(1, second.caseOf("product").orElseThrow().version());
    }

    @Test
    void whoReadBeforeSomebodyElseWroteIsToldToReadAgain() {
        StoredMention first = write(null, Said.mention("post-1", 1, "one"), "support");
        StoredMention second = write(first, Said.mention("post-1", 2, "two"), "support");
        Change.Write stale = Said.change(first, Said.mention("post-1", 3, "three"), Said.routed("support", "sales"));
        assertFalse(store.write(stale));
        assertEquals(second, store.find(ID).orElseThrow());
    }

    @Test
    void aTombstoneOfTheSameVersionIsSomebodyElsesWriteToo() {
        StoredMention first = write(null, Said.mention("post-1", 2, "one"));
        StoredMention gone = write(first, Said.deleted("post-1", 2));
        assertFalse(store.write(Said.change(first, Said.mention("post-1", 3, "three"), Said.unrouted())));
        assertEquals(gone, store.find(ID).orElseThrow());
    }

    @Test
    void aCaseThatIsThereAlreadyLeavesNothingOfTheWholeWrite() {
        Case there = write(null, Said.mention("post-1"), "sales").cases().get(0);
        client().deleteItem(d -> d.tableName(table.settings.name()).key(Keys.key(Keys.mentionPk(ID), Keys.MENTION)));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(store.write(Said.change(null, Said.mention("post-1"), Said.routed("support", "sales"))));
        assertEquals(before, table.scan(), "no mention, no case of support, no counts, but still " + there.id());
    }

    @Test
    void aCaseThatPeopleChangedMeanwhileLeavesNothingOfTheWholeWrite() {
        StoredMention first = write(null, Said.mention("post-1"), "support");
        client().updateItem(u -> u.tableName(table.settings.name())
                .key(Keys.key(Keys.mentionPk(ID), Keys.CASE + "support"))
                .updateExpression("SET version = :two")
                .expressionAttributeValues(Map.of(":two", AttributeValue.fromN("2"))));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(store.write(Said.change(first, Said.mention("post-1", 2, "x"), Said.routed("support", "sales"))));
        assertEquals(before, table.scan());
    }

    @Test
    void ofManyWhoWriteTheSameNewMentionOneWinsAndItIsCountedOnce() throws Exception {
        int writers = 4;
        CountDownLatch together = new CountDownLatch(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Boolean>> won = IntStream.range(0, writers)
                    .mapToObj(i -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return table.store().write(Said.change(null, Said.mention("post-1"), Said.routed("support")));
                    }))
                    .toList();
            int winners = 0;
            for (Future<Boolean> one : won) {
                winners += one.get() ? 1 : 0;
            }
            assertEquals(1, winners);
        } finally {
            threads.shutdownNow();
        }
        Map<String, Long> counts = table.counts().of("support", CountsContract.DAY);
        assertEquals(1, counts.get("mentions"));
        assertEquals(1, counts.get("cases"));
    }

    @Test
    void asManyDepartmentsAsThereCanBeFitOneWrite() {
        String[] forty = IntStream.range(0, 40).mapToObj(i -> "d" + i).toArray(String[]::new);
        StoredMention first = write(null, Said.mention("post-1"), forty);
        assertEquals(40, first.cases().size());
        assertEquals(
                40,
                write(first, Said.mention("post-1", 2, "x"), forty).cases().stream()
                        .filter(one -> one.version() == 2)
                        .count());
    }

    @Test
    void aPublishedNoticeIsRemembered() {
        StoredMention stored = write(null, Said.mention("post-1"), "product", "support");
        store.noticed(stored.caseOf("support").orElseThrow().id());
        assertEquals(Set.of("product"), store.find(ID).orElseThrow().awaitingNotice());
        store.noticed(stored.caseOf("support").orElseThrow().id());
        assertEquals(stored.cases(), store.find(ID).orElseThrow().cases());
    }

    @Test
    void aNoticeStaysPublishedWhenItsCaseFollowsAnEdit() {
        StoredMention first = write(null, Said.mention("post-1"), "support");
        store.noticed(first.cases().get(0).id());
        StoredMention second =
                write(store.find(ID).orElseThrow(), Said.mention("post-1", 2, "x"), "product", "support");
        assertEquals(Set.of("product"), second.awaitingNotice());
    }

    @Test
    void aNoticeOfACaseThatIsGoneLeavesNoTrace() {
        store.noticed(new CaseId(ID, "support"));
        assertEquals(List.of(), table.scan());
    }

    @Test
    void everyItemExpiresAndACaseNeverBeforeItsMention() {
        StoredMention first = write(null, Said.mention("post-1"), "support");
        AnalyzedMention later =
                Said.analyzed(Said.draft("post-1").version(2).heard(Said.NOON.plus(Duration.ofDays(29))));
        assertTrue(store.write(Said.change(first, later, Said.routed("support"))));
        long heardLast = later.mention().receivedAt().getEpochSecond();
        assertEquals(heardLast + Duration.ofDays(30).toSeconds(), expiry(Keys.MENTION));
        assertEquals(heardLast + Duration.ofDays(30).toSeconds(), expiry(Keys.CASE + "support"));
        table.scan().forEach(item -> assertTrue(item.containsKey(Keys.EXPIRES_AT), () -> "no expiry: " + item));
    }

    private long expiry(String sk) {
        return table.scan().stream()
                .filter(item -> item.get(Keys.SK).s().equals(sk))
                .map(item -> Long.parseLong(item.get(Keys.EXPIRES_AT).n()))
                .findFirst()
                .orElseThrow();
    }

    private StoredMention write(StoredMention before, AnalyzedMention said, String... departments) {
        assertTrue(store.write(
                Said.change(before, said, departments.length == 0 ? Said.unrouted() : Said.routed(departments))));
        return store.find(said.id()).orElseThrow();
    }
}
