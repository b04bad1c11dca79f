package dev.earshot.analyze.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.KeptWeights;
import dev.earshot.analyze.departments.Correction;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of people's corrections. */
class LearnTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String MODEL = "some-model";
    private static final List<String> IDS = List.of("support", "people", "noise");
    private static final List<Double> LOGITS = List.of(2.0, 0.0, 0.0);

    private final Map<MentionId, StoredMention> stored = new HashMap<>();
    private final KeptLessons lessons = new KeptLessons();
    private final KeptWeights weights = new KeptWeights();
    private final List<String> lines = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Metrics metrics = new Metrics("learn", clock, lines::add);
    private final Learn learn = new Learn(
            id -> Optional.ofNullable(stored.get(id)),
            LearnTest::logits,
            lessons,
            new Refit(lessons, weights, IDS, MODEL, metrics, clock),
            metrics,
            clock);

    @Test
    void aCorrectionIsKeptWithThePackagedModelsViewAndBecomesTheNextVersion() throws IOException {
        heard("post-1");
        Corrected correction = corrected("post-1", "people", true);
        assertEquals(new Outcome.Done(), learn(correction));
        assertEquals(List.of(correction.of(LOGITS)), List.copyOf(lessons.kept.values()));
        assertEquals(List.of(NOON), lessons.heardAt, "it goes with its mention");
        assertEquals(1, weights.last().version());
        assertTrue(scoreOf("people") > 0, "what says the same concerns them more now");
        assertTrue(counted().contains("\"Lessons\":1") && counted().contains("\"Refits\":1"), counted());
    }

    @Test
    void whatIsDeliveredAgainChangesNothing() {
        heard("post-1");
        learn(corrected("post-1", "people", true));
        Map<String, Taught> before = Map.copyOf(lessons.kept);
        assertEquals(new Outcome.Done(), learn(corrected("post-1", "people", true)));
        assertEquals(before, lessons.kept);
        assertEquals(1, weights.versions.size());
    }

    @Test
    void aBatchIsOneFit() {
        heard("post-1");
        heard("post-2");
        learn(corrected("post-1", "support", false), corrected("post-1", "people", true), corrected("post-2", "people", true));
        assertEquals(3, lessons.kept.size());
        assertEquals(1, weights.versions.size());
    }

    @Test
    void whatWasDeletedOrNeverReadTeachesNothing() {
        stored.put(id("gone"), mention(Mention.of("our-forum", "standard-webhooks", "gone").deleted(NOON), null));
        stored.put(id("german"), mention(text("german"), Analysis.withoutSentiment(Analysis.MODE_LOCAL, null, "not English")));
        stored.put(id("sent"), mention(text("sent"), Analysis.withoutSentiment("comprehend", null, "no letters")));
        for (String post : List.of("gone", "german", "sent", "absent")) {
            assertEquals(new Outcome.Done(), learn(corrected(post, "people", true)), post);
        }
        assertEquals(Map.of(), lessons.kept);
        assertEquals(List.of(), weights.versions);
        assertTrue(counted().contains("\"LessonsDropped\":4"), counted());
    }

    @Test
    void aYoungLessonWaitsForItsEmbeddingAndAnOldOneIsDropped() {
        stored.put(id("post-1"), mention(text("post-1"), understood()));
        assertInstanceOf(Outcome.TryAgain.class, learn(corrected("post-1", "people", true)));
        Instant longAgo = NOON.minus(Learn.ON_ITS_WAY).minusMillis(1);
        assertEquals(new Outcome.Done(), learn(corrected("post-1", "people", true, longAgo)));
        assertEquals(Map.of(), lessons.kept);
    }

    @Test
    void aLessonThatCannotBeLearnedFailsAlone() {
        heard("post-1");
        heard("fault");
        Corrected good = corrected("post-1", "people", true);
        Corrected bad = corrected("fault", "people", true);
        Function<Corrected, Outcome> handler = learn.handlerOf(List.of(bad, good));
        assertEquals(new Outcome.Done(), handler.apply(good));
        assertThrows(IllegalStateException.class, () -> handler.apply(bad));
        assertEquals(1, weights.versions.size());
    }

    @Test
    void whereTheTableFailsAllComeAgain() {
        heard("post-1");
        weights.down = true;
        assertThrows(IllegalStateException.class, () -> learn(corrected("post-1", "people", true)));
        weights.down = false;
        assertEquals(new Outcome.Done(), learn(corrected("post-1", "people", true)));
        assertEquals(1, weights.versions.size());
    }

    @Test
    void whoLosesTheRaceForAVersionFitsAgainToWhatIsKeptByThen() {
        heard("post-1");
        heard("post-2");
        Taught others = corrected("post-2", "support", false).of(LOGITS);
        lessons.beforeReading = () -> {
            lessons.beforeReading = () -> {};
            lessons.keep(others, NOON);
            assertTrue(weights.write(1, new byte[] {1}, NOON));
        };
        learn(corrected("post-1", "people", true));
        byte[] ours = weights.last().weights();
        assertEquals(2, weights.last().version());
        new Refit(lessons, weights, IDS, MODEL, metrics, clock).now();
        assertEquals(2, weights.versions.size(), "the last version has seen both lessons");
        assertEquals(ours, weights.last().weights());
    }

    @Test
    void lessonsOfAnotherModelDoNotCount() throws IOException {
        heard("post-1");
        lessons.embeddings.put(id("post-1"), Embedding.of("another", direction()));
        learn(corrected("post-1", "people", true));
        heard("post-2");
        lessons.keep(corrected("post-2", "people", true).of(List.of(1.0)), NOON);
        new Refit(lessons, weights, IDS, MODEL, metrics, clock).now();
        assertEquals(0, scoreOf("people"), "without lessons nothing is corrected");
    }

    @Test
    void howLongItTookFromTheStepToTheWeightsIsMeasured() {
        heard("post-1");
        learn(corrected("post-1", "people", true, NOON.minus(Duration.ofSeconds(7))));
        assertTrue(counted().contains("\"LessonToWeights\":[7000]"), counted());
    }

    private Outcome learn(Corrected... batch) {
        Function<Corrected, Outcome> handler = learn.handlerOf(List.of(batch));
        List<Outcome> outcomes = new ArrayList<>();
        for (Corrected one : batch) {
            outcomes.add(handler.apply(one));
        }
        assertEquals(1, Set.copyOf(outcomes).size(), outcomes::toString);
        return outcomes.get(0);
    }

    private String counted() {
        metrics.flush();
        return String.join("\n", lines);
    }

    /** By how much the last version moves a text like those that were taught. */
    private double scoreOf(String department) throws IOException {
        double[] nothing = new double[IDS.size()];
        return Correction.of(weights.last().weights()).apply(nothing, direction())[IDS.indexOf(department)];
    }

    private void heard(String post) {
        stored.put(id(post), mention(text(post), understood()));
        lessons.embeddings.put(id(post), Embedding.of(MODEL, direction()));
    }

    private static float[] direction() {
        float[] direction = new float[384];
        direction[3] = 1;
        return direction;
    }

    private static List<Double> logits(Mention mention) {
        if ("fault".equals(mention.externalId())) {
            throw new IllegalStateException("a fault");
        }
        return LOGITS;
    }

    private static MentionId id(String post) {
        return MentionId.of("our-forum", post);
    }

    private static Mention text(String post) {
        return Mention.of("our-forum", "standard-webhooks", post).text("The volunteering day was cancelled.").heard(NOON);
    }

    private static StoredMention mention(Mention mention, Analysis analysis) {
        return new StoredMention(new AnalyzedMention(mention, analysis), List.of(), Set.of(), null);
    }

    private static Analysis understood() {
        return new Analysis(Analysis.MODE_LOCAL, null, null, null, List.of(), false, List.of(), List.of(), null, null);
    }

    private static Corrected corrected(String post, String department, boolean belongs) {
        return corrected(post, department, belongs, NOON);
    }

    private static Corrected corrected(String post, String department, boolean belongs, Instant at) {
        return new Corrected(id(post), department, belongs, MentionId.fingerprint("person\ngrace"), at);
    }
}
