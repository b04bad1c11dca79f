package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which lists of the index a mention and its cases are in, and what a deletion leaves behind. */
abstract class MentionListsContract {

    private TestTable table;
    private MentionStore store;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        store = table.store();
    }

    @Test
    void aDepartmentsNewCasesAreListedNewestFirst() {
        // Lists are sharded by mention id; four of one shard show the order.
        List<String> ids = Stream.iterate(0, i -> i + 1)
                .map(i -> "post-" + i)
                .filter(id -> Said.mention(id).id().shard(table.settings.listShards()) == 0)
                .limit(4)
                .toList();
        for (int i = 0; i < 4; i++) {
            store.write(Said.change(
                    null,
                    Said.mention(ids.get(i)),
                    Said.routed("support"),
                    Said.NOON.plusSeconds(List.of(2, 0, 3, 1).get(i))));
        }
        assertEquals(
                Stream.of(2, 0, 3, 1)
                        .map(i -> Said.mention(ids.get(i)).id().value())
                        .toList(),
                listed("CASES#support#NEW"));
        assertEquals(List.of(), listed("CASES#support#RESOLVED"));
        assertEquals(List.of(), listed("CASES#product#NEW"));
    }

    @Test
    void aListShowsWhatAListNeedsWithoutFurtherReads() {
        store.write(Said.change(null, Said.mention("post-1"), Said.routed("support")));
        Map<String, AttributeValue> item = table.listed("CASES#support#NEW").get(0);
        assertEquals("support", item.get("department").s());
        assertEquals("HIGH", item.get("priority").s());
        assertEquals("2026-11-21T16:00:00.123Z", item.get("dueAt").s());
        assertEquals(
                "Where is it?\n" + Said.TEXT,
                item.get("mention").m().get("excerpt").s());
        assertFalse(item.containsKey("history"), "lists are without history");
    }

    @Test
    void aMentionWithACaseIsNeitherUnroutedNorNoise() {
        store.write(Said.change(null, Said.mention("post-1"), Said.routed("support")));
        assertEquals(List.of(), listed("UNROUTED"));
        assertEquals(List.of(), listed("NOISE"));
    }

    @Test
    void whatConcernsNobodyIsListedForItsReason() {
        AnalyzedMention unrouted = Said.mention("post-1");
        AnalyzedMention noise = Said.mention("post-2");
        store.write(Said.change(null, unrouted, Said.unrouted()));
        store.write(Said.change(null, noise, Said.noise()));
        assertEquals(List.of(unrouted.id().value()), listed("UNROUTED"));
        assertEquals(List.of(noise.id().value()), listed("NOISE"));
        assertFalse(table.listed("UNROUTED").toString().contains("parcel"), "texts stay in the table");
        assertEquals(
                "marketing/giveaway",
                store.find(noise.id())
                        .orElseThrow()
                        .mention()
                        .analysis()
                        .noise()
                        .detail());
    }

    @Test
    void whatSomebodyGivesToADepartmentLeavesItsListAndIsNoNoiseAnyMore() {
        for (Decision aside : List.of(Said.unrouted(), Said.noise())) {
            MentionId id = Said.mention("given-" + aside.getClass().getSimpleName()).id();
            store.write(Said.change(
                    null, Said.mention("given-" + aside.getClass().getSimpleName()), aside));
            StoredMention stored = store.find(id).orElseThrow();
            Case first = Said.given(stored.mention(), "support");
            assertTrue(table.cases().open(stored, first, Said.audited("a case")));
            assertFalse(table.cases().open(stored, first, Said.audited("a case")), "it is in no list of what concerns nobody any more");
            StoredMention after = store.find(id).orElseThrow();
            assertEquals(List.of(first), after.cases());
            assertEquals(Set.of("support"), after.awaitingNotice());
            assertNull(after.mention().analysis().noise());
        }
        assertEquals(List.of(), listed("UNROUTED"));
        assertEquals(List.of(), listed("NOISE"));
        assertEquals(2, listed("CASES#support#NEW").size());
    }

    @Test
    void anEditThatConcernsSomebodyTakesItOffTheUnroutedList() {
        StoredMention first = write(null, Said.mention("post-1"), List.of());
        write(first, Said.mention("post-1", 2, "refund"), List.of("support"));
        assertEquals(List.of(), listed("UNROUTED"));
        assertEquals(1, listed("CASES#support#NEW").size());
    }

    @Test
    void anEditThatConcernsNobodyAnyMoreStaysWithItsCase() {
        StoredMention first = write(null, Said.mention("post-1"), List.of("support"));
        write(first, Said.mention("post-1", 2, "hello"), List.of());
        assertEquals(List.of(), listed("UNROUTED"));
        assertEquals(1, listed("CASES#support#NEW").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"support product", "support", ""})
    void aDeletionLeavesNoTraceOfWordsAuthorOrAddressAnywhere(String departments) {
        List<String> ids = departments.isEmpty() ? List.of() : List.of(departments.split(" "));
        StoredMention first = write(null, Said.mention("post-1"), ids);
        assertTrue(table.everything().contains("parcel"), "the words were there");
        StoredMention edited = write(first, Said.mention("post-1", 2, "My parcel, edited"), ids);
        StoredMention gone = write(edited, Said.deleted("post-1", 2), List.of());
        assertTrue(gone.mention().mention().deleted());
        assertEquals(ids.size(), gone.cases().size());
        for (String trace :
                List.of("parcel", "Where is it", "ada", "Ada", "Lovelace", "u1", "forum.example", "post-0", "größer")) {
            assertFalse(table.everything().contains(trace), () -> trace + " is left in " + table.everything());
        }
        assertEquals(List.of(), listed("UNROUTED"));
    }

    @Test
    void aDeletionThatComesBeforeItsMentionIsKeptAndListedNowhere() {
        StoredMention gone = write(null, Said.deleted("post-1", 5), List.of());
        assertTrue(gone.mention().mention().deleted());
        assertEquals(1, table.scan().size(), "no counts");
        assertEquals(List.of(), listed("UNROUTED"));
    }

    private StoredMention write(StoredMention before, AnalyzedMention said, List<String> departments) {
        assertTrue(store.write(Said.change(
                before,
                said,
                departments.isEmpty() ? Said.unrouted() : Said.routed(departments.toArray(String[]::new)))));
        return store.find(said.id()).orElseThrow();
    }

    /** The mention ids of a list, as its keys have them. */
    private List<String> listed(String list) {
        return table.listed(list).stream()
                .map(item -> item.get(Keys.PK).s().substring("M#".length()))
                .toList();
    }
}
