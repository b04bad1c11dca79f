package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.emulators.DynamoDbEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What mentions mean is kept beside them, and goes with their words. */
class EmbeddingItemsTest {

    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    private TestTable table;

    @BeforeAll
    static void start() {
        emulator = DynamoDbEmulator.start();
        dynamoDb = TestTable.client(emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
        emulator.close();
    }

    @BeforeEach
    void newTable() {
        table = new TestTable(dynamoDb);
    }

    @Test
    void itIsKeptBesideItsMentionForAsLongInLessThanOneKilobyte() {
        write(null, version(1, 1));
        Map<String, AttributeValue> item = embedding();
        assertArrayEquals(direction(1).bytes(), item.get("embedding").b().asByteArray());
        assertEquals("some-model", item.get("model").s());
        assertEquals(mention().get("expiresAt"), item.get("expiresAt"));
        assertTrue(ItemSize.of(item) < 1024);
    }

    @Test
    void aMentionWithoutOneHasNoItemOfIt() {
        write(null, Said.mention("post-1"));
        assertTrue(items("EMBEDDING").isEmpty());
    }

    @Test
    void aLaterVersionTakesItsPlaceAndOneWithoutTakesItAway() {
        write(null, version(1, 1));
        write(stored(), version(2, 2));
        assertArrayEquals(direction(2).bytes(), embedding().get("embedding").b().asByteArray());
        write(stored(), Said.mention("post-1", 3, "now in another language"));
        assertFalse(embedding().containsKey("embedding"));
    }

    @Test
    void aDeletionTakesItAwayAndWhoeverIsLateDoesNotBringItBack() {
        Change.Write late = Said.change(null, version(1, 1), Said.unrouted());
        assertTrue(table.store().write(late));
        write(stored(), Said.deleted("post-1", 2));
        assertFalse(embedding().containsKey("embedding"));
        new EmbeddingItems(dynamoDb, table.settings).keep(late);
        assertFalse(embedding().containsKey("embedding"));
    }

    @Test
    void anErasureTakesItAwayAndWhoeverIsLateDoesNotBringItBack() {
        Change.Write late = Said.change(null, version(1, 1), Said.unrouted());
        assertTrue(table.store().write(late));
        StoredMention before = stored();
        AnalyzedMention tombstone =
                new AnalyzedMention(before.mention().mention().erased(), null);
        assertTrue(new DynamoErasureStore(dynamoDb, table.settings).erase(before, tombstone, List.of()));
        new EmbeddingItems(dynamoDb, table.settings).keep(late);
        assertFalse(embedding().containsKey("embedding"));
    }

    private void write(StoredMention before, AnalyzedMention said) {
        assertTrue(table.store().write(Said.change(before, said, Said.unrouted())));
    }

    private StoredMention stored() {
        return table.store().find(Said.mention("post-1").id()).orElseThrow();
    }

    private static AnalyzedMention version(long version, int direction) {
        AnalyzedMention said = Said.mention("post-1", version, Said.TEXT);
        return new AnalyzedMention(said.mention(), said.analysis(), direction(direction));
    }

    private static Embedding direction(int which) {
        float[] direction = new float[384];
        direction[which] = 1;
        direction[which + 1] = -0.5F;
        return Embedding.of("some-model", direction);
    }

    private Map<String, AttributeValue> embedding() {
        return items("EMBEDDING").get(0);
    }

    private Map<String, AttributeValue> mention() {
        return items("MENTION").get(0);
    }

    private List<Map<String, AttributeValue>> items(String sk) {
        return table.scan().stream()
                .filter(item -> sk.equals(item.get("sk").s()))
                .toList();
    }
}
