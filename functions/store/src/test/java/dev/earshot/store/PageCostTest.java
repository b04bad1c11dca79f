package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.Step;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.emulators.DynamoDbEmulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A page of the inbox costs the same with a thousand and with a hundred thousand cases in the table. */
class PageCostTest {

    private static final List<String> DEPARTMENTS = List.of("product", "support");
    private static final List<CaseStatus> EVERY = List.of(CaseStatus.values());
    private static final int BATCH = 25;
    private static final int NEWEST = 1_000;

    private static final Meter METER = new Meter();
    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void start() {
        emulator = DynamoDbEmulator.start();
        dynamoDb = TestTable.client(emulator.endpoint(), METER);
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
        emulator.close();
    }

    @Test
    void aPageCostsTheSameHoweverManyCasesAreStored() {
        // One shard, so that all lists are equally long: how far a page reaches into each is no matter of hashes.
        TestTable table = new TestTable(dynamoDb, 1);
        fill(table, 0, NEWEST);
        Map<String, Double> few = costs(table.cases());
        Map<String, AttributeValue> made = new LinkedHashMap<>(item(new CaseItems(table.settings), NEWEST));
        made.keySet().retainAll(Set.of(Keys.PK, Keys.SK, Keys.INDEX_PK, Keys.INDEX_SK));
        assertEquals(made, keys(NEWEST));
        fill(table, NEWEST, 100_000);
        assertEquals(few, costs(table.cases()));
        few.forEach((page, units) -> assertTrue(units <= 20, () -> page + " costs " + units + " read units"));
    }

    private static Map<String, Double> costs(CaseStore store) {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("support, new", cost(store, List.of("support"), List.of(CaseStatus.NEW)));
        costs.put("support, open", cost(store, List.of("support"), CaseStatus.OPEN));
        costs.put("all open", cost(store, DEPARTMENTS, CaseStatus.OPEN));
        costs.put("the council, every status", cost(store, DEPARTMENTS, EVERY));
        return costs;
    }

    /** What the second page costs, which begins behind a cursor as all but the first do. */
    private static double cost(CaseStore store, Collection<String> departments, Collection<CaseStatus> statuses) {
        Page<Case> first = store.cases(departments, statuses, PageRequest.first());
        METER.reset();
        Page<Case> second = store.cases(departments, statuses, new PageRequest(first.next(), PageRequest.USUAL));
        assertEquals(PageRequest.USUAL, second.items().size());
        return METER.units();
    }

    /**
     * Cases from the newest back, half of them taken by somebody, in turn for each department. Behind the newest they are
     * keys alone, which the table takes faster, and which a page that reached them could not show.
     */
    private static void fill(TestTable table, int from, int to) {
        CaseItems items = new CaseItems(table.settings);
        IntStream.range(from / BATCH, to / BATCH).parallel().forEach(batch -> {
            List<WriteRequest> writes = new ArrayList<>();
            for (int i = batch * BATCH; i < (batch + 1) * BATCH; i++) {
                Map<String, AttributeValue> item = i < NEWEST ? item(items, i) : keys(i);
                writes.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
            }
            emulator.write(BatchWriteItemRequest.builder()
                    .requestItems(Map.of(table.settings.name(), writes))
                    .build());
        });
    }

    private static Map<String, AttributeValue> item(CaseItems items, int i) {
        AnalyzedMention said = said(i);
        return items.opened(opened(said, i), said.mention()).item();
    }

    private static AnalyzedMention said(int i) {
        return Said.analyzed(Said.draft("post-" + i).text("Where is it?").heard(at(i)));
    }

    private static Case opened(AnalyzedMention said, int i) {
        Change.Write change = Said.change(null, said, Said.routed(DEPARTMENTS.get(i % DEPARTMENTS.size())), at(i));
        Case one = change.opened().get(0);
        return isTaken(i) ? one.take(new Step.Acknowledge(), "Ada", at(i)).orElseThrow() : one;
    }

    private static boolean isTaken(int i) {
        return i / DEPARTMENTS.size() % 2 == 0;
    }

    private static Instant at(int i) {
        return Said.NOON.minusMillis(i);
    }

    /** The keys that {@link #item} would have, without making all the rest. */
    private static Map<String, AttributeValue> keys(int i) {
        String department = DEPARTMENTS.get(i % DEPARTMENTS.size());
        CaseId id = new CaseId(Said.draft("post-" + i).heard(at(i)).id(), department);
        CaseStatus status = isTaken(i) ? CaseStatus.ACKNOWLEDGED : CaseStatus.NEW;
        Map<String, AttributeValue> keys = new LinkedHashMap<>(Keys.caseKey(id));
        keys.put(Keys.INDEX_PK, Attributes.text(Keys.casesPk(department, status, 0)));
        keys.put(Keys.INDEX_SK, Attributes.text(Keys.casesSk(at(i), id)));
        return keys;
    }
}
