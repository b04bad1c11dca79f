package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.casework.Change;
import dev.earshot.core.routing.Decision;
import dev.earshot.emulators.DynamoDbEmulator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What mentions cost in write units: by AWS's rules for sizes and transactions, and as DynamoDB Local reports it. */
class WriteBudgetTest {

    private static final double BUDGET = 10;

    private static final Meter METER = new Meter();
    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    private TestTable table;

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

    @BeforeEach
    void newTable() {
        table = new TestTable(dynamoDb);
        METER.reset();
    }

    @Test
    void aTypicalMentionWithOneCaseCostsNineUnitsIncludingItsNoticeOfTheTenInItsBudget() {
        Change.Write change = typical(Said.routed("support"));
        table.store().noticed(change.opened().get(0).id());
        double noticed = 1;
        assertEquals(9, transacted() + indexed() + noticed);
        assertTrue(transacted() + indexed() + noticed <= BUDGET);
    }

    @Test
    void aTypicalMentionThatConcernsNobodyCostsSix() {
        typical(Said.unrouted());
        assertEquals(6, transacted() + indexed());
    }

    @Test
    void theLocalTableCountsTheCopiesInIndexesDouble() {
        Change.Write change = typical(Said.routed("support"));
        table.store().noticed(change.opened().get(0).id());
        assertEquals(11, METER.units());
        assertEquals(2, METER.units("gsi1"));
        assertEquals(2, METER.units("gsi2"));
    }

    /** 280 characters, with a title, an author and an address. */
    private Change.Write typical(Decision decision) {
        Change.Write change = Said.change(null, Said.mention("post-1", 1, "x".repeat(280)), decision);
        assertTrue(table.store().write(change));
        return change;
    }

    /** What the items written in one transaction cost: two units for each kilobyte begun. */
    private double transacted() {
        return table.scan().stream().mapToDouble(item -> 2 * kilobytes(item)).sum();
    }

    /** What their copies in the indexes cost: one unit for each kilobyte begun, for they are not part of the transaction. */
    private double indexed() {
        return Stream.of("gsi1", "gsi2")
                .flatMap(index -> table.scan(index).stream())
                .mapToDouble(WriteBudgetTest::kilobytes)
                .sum();
    }

    private static double kilobytes(Map<String, AttributeValue> item) {
        return Math.ceil(ItemSize.of(item) / 1024.0);
    }
}
