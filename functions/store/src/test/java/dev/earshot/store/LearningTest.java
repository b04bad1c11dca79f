package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.learning.TaughtStore;
import dev.earshot.core.learning.TaughtStore.Meant;
import dev.earshot.core.learning.WeightsStore;
import dev.earshot.emulators.DynamoDbEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lessons and what was learned from them. */
class LearningTest {

    private static final Embedding MEANING = Embedding.of("some-model", new float[] {1, -0.5F, 0.25F});

    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    private TestTable table;
    private TaughtStore lessons;

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
        lessons = new DynamoTaught(dynamoDb, table.settings);
    }

    @Test
    void aLessonComesBackWithWhatItsMentionMeans() {
        heard("post-1");
        lessons.keep(taught("post-1", "support", true, 0), Said.NOON);
        assertEquals(List.of(new Meant(taught("post-1", "support", true, 0), MEANING)), lessons.newest(200));
    }

    @Test
    void moreLessonsThanFitOneBatchAllComeBack() {
        for (int i = 0; i < 130; i++) {
            heard("post-" + i);
            lessons.keep(taught("post-" + i, "support", true, 0), Said.NOON);
        }
        assertEquals(130, lessons.newest(200).size());
    }

    @Test
    void ofMoreThanAreAskedForTheNewestComeBack() {
        for (int i = 0; i < 4; i++) {
            heard("post-" + i);
            lessons.keep(taught("post-" + i, i % 2 == 0 ? "support" : "people", true, i), Said.NOON);
        }
        assertEquals(
                List.of(taught("post-3", "people", true, 3), taught("post-2", "support", true, 2)),
                lessons.newest(2).stream().map(Meant::taught).toList());
        assertEquals(4, stored().size(), "the others stay");
    }

    @Test
    void whatAMentionMeansIsKnownOnceItsEmbeddingIsStored() {
        assertFalse(lessons.means(Said.mention("post-1").id()));
        heard("post-1");
        assertTrue(lessons.means(Said.mention("post-1").id()));
    }

    @Test
    void theLastLessonAboutAMentionAndADepartmentCounts() {
        heard("post-1");
        lessons.keep(taught("post-1", "support", false, 5), Said.NOON);
        lessons.keep(taught("post-1", "support", true, 0), Said.NOON);
        assertEquals(List.of(new Meant(taught("post-1", "support", false, 5), MEANING)), lessons.newest(200));
        lessons.keep(taught("post-1", "support", true, 9), Said.NOON);
        assertTrue(lessons.newest(200).get(0).taught().belongs());
    }

    @Test
    void anErasureTakesTheLessonsOfItsMentions() {
        heard("post-1");
        heard("post-2");
        lessons.keep(taught("post-1", "support", true, 0), Said.NOON);
        lessons.keep(taught("post-2", "support", true, 0), Said.NOON);
        StoredMention before = table.store().find(Said.mention("post-1").id()).orElseThrow();
        AnalyzedMention tombstone =
                new AnalyzedMention(before.mention().mention().erased(), null);
        assertTrue(table.erasures().erase(before, tombstone, List.of()));
        assertEquals(List.of(taught("post-2", "support", true, 0)), taughtNow());
        assertEquals(1, stored().size());
    }

    @Test
    void aDeletionTakesThem() {
        heard("post-1");
        lessons.keep(taught("post-1", "support", true, 0), Said.NOON);
        StoredMention before = table.store().find(Said.mention("post-1").id()).orElseThrow();
        assertTrue(table.store().write(Said.change(before, Said.deleted("post-1", 2), Said.unrouted())));
        assertEquals(List.of(), taughtNow());
        assertEquals(List.of(), stored());
    }

    @Test
    void aLessonGoesWithItsMention() {
        lessons.keep(taught("post-1", "support", true, 0), Said.NOON);
        assertEquals(
                Said.NOON.plus(Duration.ofDays(30)).getEpochSecond(),
                Long.parseLong(stored().get(0).get("expiresAt").n()));
    }

    @Test
    void weightsAreWrittenVersionByVersionAndReadWhenTheyAreNewer() {
        WeightsStore weights = new DynamoWeights(dynamoDb, table.settings.name(), "departments");
        assertTrue(weights.newerThan(0).isEmpty());
        assertTrue(weights.write(1, new byte[] {1}, Said.NOON));
        assertFalse(weights.write(1, new byte[] {2}, Said.NOON));
        assertFalse(weights.write(3, new byte[] {3}, Said.NOON));
        assertTrue(weights.write(2, new byte[] {4}, Said.NOON));
        assertEquals(2, weights.newerThan(1).orElseThrow().version());
        assertArrayEquals(new byte[] {4}, weights.newerThan(0).orElseThrow().weights());
        assertEquals(Said.NOON, weights.newerThan(1).orElseThrow().at());
        assertTrue(weights.newerThan(2).isEmpty());
    }

    @Test
    void weightsThatNoItemHoldsAreRefused() {
        WeightsStore weights = new DynamoWeights(dynamoDb, table.settings.name(), "departments");
        assertThrows(IllegalArgumentException.class, () -> weights.write(1, new byte[300 * 1024 + 1], Said.NOON));
    }

    private List<Taught> taughtNow() {
        return lessons.newest(200).stream().map(Meant::taught).toList();
    }

    private void heard(String post) {
        AnalyzedMention said = Said.mention(post);
        AnalyzedMention meant = new AnalyzedMention(said.mention(), said.analysis(), MEANING);
        assertTrue(table.store().write(Said.change(null, meant, Said.unrouted())));
    }

    private static Taught taught(String post, String department, boolean belongs, int seconds) {
        return new Taught(
                Said.mention(post).id(),
                department,
                belongs,
                "somebody",
                Said.NOON.plusSeconds(seconds),
                List.of(0.5, -1.25));
    }

    private List<Map<String, AttributeValue>> stored() {
        return table.scan().stream()
                .filter(item -> item.get("pk").s().equals("LESSONS"))
                .toList();
    }
}
