package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.routing.Decision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is counted, for whom, and only once. */
abstract class CountsContract {

    static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private TestTable table;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
    }

    @Test
    void aMentionIsCountedOnceAndEachOfItsCasesForItsDepartment() {
        write(null, Said.mention("post-1"), Said.routed("product", "support"));
        Map<String, Long> product = counts("product");
        Map<String, Long> support = counts("support");
        assertEquals(
                Map.of("mentions", 1L, "cases", 1L, "priority:HIGH", 1L, "source:our-forum", 1L, "sentiment:none", 1L),
                product);
        assertEquals(Map.of("cases", 1L, "priority:HIGH", 1L, "source:our-forum", 1L, "sentiment:none", 1L), support);
    }

    @Test
    void countsAddUpOverManyMentionsWhateverTheirShard() {
        for (int i = 0; i < 12; i++) {
            write(null, Said.mention("post-" + i), Said.routed("support"));
        }
        assertEquals(12, counts("support").get("mentions"));
        assertEquals(12, counts("support").get("cases"));
        assertEquals(12, counts("support").get("priority:HIGH"));
    }

    @Test
    void whatConcernsNobodyIsCountedForItsReason() {
        write(null, Said.mention("post-1"), Said.unrouted());
        write(null, Said.mention("post-2"), Said.unrouted());
        write(null, Said.mention("post-3"), Said.noise());
        assertEquals(Map.of("mentions", 2L, "source:our-forum", 2L, "sentiment:none", 2L), counts(Counts.UNROUTED));
        assertEquals(Map.of("mentions", 1L, "source:our-forum", 1L, "sentiment:none", 1L), counts(Counts.NOISE));
    }

    @Test
    void anEditCountsTheCasesThatItOpensAndNoMentionAgain() {
        StoredMention first = write(null, Said.mention("post-1"), Said.routed("support"));
        write(first, Said.mention("post-1", 2, "x"), Said.routed("product", "support"));
        assertEquals(1, counts("support").get("cases"));
        assertEquals(1, counts("support").get("mentions"));
        assertEquals(1, counts("product").get("cases"));
        assertNull(counts("product").get("mentions"));
    }

    @Test
    void aDeletionCountsNothing() {
        StoredMention first = write(null, Said.mention("post-1"), Said.unrouted());
        write(first, Said.deleted("post-1", 1), Said.unrouted());
        write(null, Said.deleted("post-2", 1), Said.unrouted());
        assertEquals(1, counts(Counts.UNROUTED).get("mentions"));
    }

    @Test
    void aDayIsThatInUtcOnWhichItWasHeard() {
        AnalyzedMention late =
                Said.analyzed(Said.draft("post-1").heard(DAY.atTime(23, 59, 59).toInstant(ZoneOffset.UTC)));
        write(null, late, Said.routed("support"));
        assertEquals(1, counts("support").get("mentions"));
        assertEquals(Map.of(), table.counts().of("support", DAY.plusDays(1)));
    }

    private Map<String, Long> counts(String who) {
        return table.counts().of(who, DAY);
    }

    private StoredMention write(StoredMention before, AnalyzedMention said, Decision decision) {
        assertTrue(table.store().write(Said.change(before, said, decision)));
        return table.store().find(said.id()).orElseThrow();
    }
}
