package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Pages of lists: in order, complete, nothing twice, whatever is written between them. */
abstract class CasePagesContract {

    private static final List<String> ALL = List.of("product", "support", "sales");

    private TestTable table;
    private CaseStore store;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        store = table.cases();
    }

    @Test
    void nobodysCasesAreAnEmptyPage() {
        open("post-1", Said.NOON, "support");
        assertEquals(Page.empty(), store.cases(List.of(), CaseStatus.OPEN, PageRequest.first()));
        assertEquals(Page.empty(), store.cases(ALL, List.of(), PageRequest.first()));
        assertEquals(Page.empty(), store.cases(ALL, CaseStatus.CLOSED, PageRequest.first()));
    }

    @Test
    void casesOfManyDepartmentsComeInOneOrderNewestFirst() {
        for (int i = 0; i < 12; i++) {
            open("post-" + i, Said.NOON.plusSeconds(i * 7 % 12), ALL.get(i % 3));
        }
        List<Instant> times = store.cases(ALL, CaseStatus.OPEN, PageRequest.first()).items().stream()
                .map(Case::openedAt)
                .toList();
        assertEquals(12, times.size());
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 36, 200})
    void pagesOfAnySizeShowEachCaseOnceEvenWhenManyWereOpenedAtOnce(int limit) {
        for (int i = 0; i < 12; i++) {
            open("post-" + i, Said.NOON.plusMillis(i / 6), ALL.toArray(String[]::new));
        }
        List<CaseId> shown = walk(limit, () -> {});
        assertEquals(36, shown.size());
        assertEquals(36, new HashSet<>(shown).size());
    }

    @Test
    void whatIsOpenedBetweenPagesHidesAndRepeatsNothing() {
        Set<CaseId> before = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            before.addAll(open("post-" + i, Said.NOON.plusSeconds(i / 4), ALL.get(i % 3)));
        }
        int[] turn = {0};
        List<CaseId> shown = walk(3, () -> open("new-" + turn[0]++, Said.NOON.plusSeconds(60), "support"));
        assertEquals(before, new HashSet<>(shown));
        assertEquals(20, shown.size());
    }

    @Test
    void theLastPageSaysSoEvenWhenItIsFull() {
        for (int i = 0; i < 4; i++) {
            open("post-" + i, Said.NOON.plusSeconds(i), "support");
        }
        Page<Case> first = store.cases(ALL, CaseStatus.OPEN, new PageRequest(null, 2));
        Page<Case> second = store.cases(ALL, CaseStatus.OPEN, new PageRequest(first.next(), 2));
        assertEquals(2, second.items().size());
        assertNull(second.next());
    }

    @Test
    void aDepartmentOrStatusThatIsAskedForTwiceIsShownOnce() {
        open("post-1", Said.NOON, "support");
        assertEquals(
                1,
                store.cases(List.of("support", "support"), List.of(CaseStatus.NEW, CaseStatus.NEW), PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    void aListReachesBeyondItsFirstChunk() {
        for (int i = 0; i < 60; i++) {
            open("post-" + i, Said.NOON.plusSeconds(i), "support");
        }
        // Three departments times two statuses times the shards: each is first asked for ten.
        List<Case> page = store.cases(ALL, CaseStatus.OPEN, PageRequest.first()).items();
        assertEquals(
                IntStream.range(0, 50)
                        .mapToObj(i -> Said.NOON.plusSeconds(59 - i))
                        .toList(),
                page.stream().map(Case::openedAt).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 200})
    void unroutedMentionsAndNoiseComeNewestFirstAndOnce(int limit) {
        for (int i = 0; i < 7; i++) {
            hear("quiet-" + i, Said.NOON.plusSeconds(i / 2), Said.unrouted());
            hear("spam-" + i, Said.NOON.plusSeconds(i), Said.noise());
        }
        List<AnalyzedMention> unrouted = walk(limit, store::unrouted);
        assertEquals(7, unrouted.stream().map(AnalyzedMention::id).distinct().count());
        List<AnalyzedMention> noise = walk(limit, store::noise);
        assertEquals(
                IntStream.range(0, 7)
                        .mapToObj(i -> Said.mention("spam-" + (6 - i)).id())
                        .toList(),
                noise.stream().map(AnalyzedMention::id).toList());
        assertEquals(Said.TEXT, noise.get(0).mention().text());
        assertEquals("marketing/giveaway", noise.get(0).analysis().noise().detail());
    }

    @Test
    void aHundredLongMentionsOfOneListAreReadWhole() {
        for (int i = 0; i < 105; i++) {
            AnalyzedMention said = Said.analyzed(
                    Said.draft("post-" + i).text("€".repeat(20_000)).heard(Said.NOON.plusSeconds(i)));
            assertTrue(table.store().write(Said.change(null, said, Said.unrouted())));
        }
        Page<AnalyzedMention> page = store.unrouted(new PageRequest(null, 200));
        assertEquals(105, page.items().size());
        assertNull(page.next());
    }

    @Test
    void whatLeftItsListWhileItWasReadIsSkippedAndThePageStillLeadsOn() {
        for (int i = 0; i < 3; i++) {
            hear("post-" + i, Said.NOON.plusSeconds(i), Said.unrouted());
        }
        MentionId gone = Said.mention("post-1").id();
        List<AnalyzedMention> left = new MentionBatches(client(), table.settings.name())
                .stillListed(table.listed(Keys.UNROUTED).stream()
                        .peek(item -> {
                            if (Keys.mention(item).equals(gone)) {
                                client().deleteItem(d -> d.tableName(table.settings.name())
                                        .key(Keys.key(Keys.mentionPk(gone), Keys.MENTION)));
                            }
                        })
                        .toList());
        assertEquals(2, left.size());
        assertTrue(left.stream().noneMatch(said -> said.id().equals(gone)));
    }

    /** All pages of all open cases, with something happening after each. */
    private List<CaseId> walk(int limit, Runnable between) {
        return walk(limit, page -> {
                    Page<Case> read = store.cases(ALL, CaseStatus.OPEN, page);
                    between.run();
                    return read;
                })
                .stream()
                .map(Case::id)
                .toList();
    }

    private static <T> List<T> walk(int limit, Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Cursor after = null;
        do {
            Page<T> page = list.apply(new PageRequest(after, limit));
            assertTrue(page.items().size() <= limit);
            all.addAll(page.items());
            after = page.next() == null
                    ? null
                    : Cursor.parse(page.next().value()).orElseThrow();
        } while (after != null);
        return all;
    }

    private Collection<CaseId> open(String externalId, Instant at, String... departments) {
        AnalyzedMention said = Said.analyzed(Said.draft(externalId).heard(at));
        assertTrue(table.store().write(Said.change(null, said, Said.routed(departments), at)));
        return Stream.of(departments).map(id -> new CaseId(said.id(), id)).toList();
    }

    private void hear(String externalId, Instant at, Decision decision) {
        assertTrue(table.store()
                .write(Said.change(null, Said.analyzed(Said.draft(externalId).heard(at)), decision, at)));
    }
}
