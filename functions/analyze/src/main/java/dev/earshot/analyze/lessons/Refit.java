package dev.earshot.analyze.lessons;

import dev.earshot.analyze.departments.Centre;
import dev.earshot.analyze.departments.CorrectionTrainer;
import dev.earshot.analyze.departments.Lesson;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.learning.TaughtStore;
import dev.earshot.core.learning.TaughtStore.Meant;
import dev.earshot.core.learning.WeightsStore;
import dev.earshot.core.learning.WeightsStore.Version;
import dev.earshot.edge.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits the departments' correction to the lessons and writes it as the next version. The version is read before the lessons,
 * so whoever writes last has seen all that were kept before it began. Counts {@code Refits} and times {@code Refitting},
 * and {@code LessonToWeights}, from the newest lesson's step to its weights.
 */
public final class Refit {

    /** So that two fits and what is read for them end well inside a function's 10 s: about 2 s each. */
    static final int MOST_LESSONS = 3_000;

    private static final int ATTEMPTS = 3;

    private final TaughtStore lessons;
    private final WeightsStore weights;
    private final List<String> ids;
    private final String model;
    private final Metrics metrics;
    private final Clock clock;

    /**
     * @param ids of the packaged model's classes
     * @param model of the embeddings that count
     */
    public Refit(
            TaughtStore lessons,
            WeightsStore weights,
            List<String> ids,
            String model,
            Metrics metrics,
            Clock clock) {
        this.lessons = lessons;
        this.weights = weights;
        this.ids = List.copyOf(ids);
        this.model = model;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Writes nothing when the lessons say what the last version says. */
    public void now() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Version> last = weights.newerThan(0);
            List<Meant> newest = lessons.newest(MOST_LESSONS);
            byte[] fitted = fitted(newest);
            if (last.isPresent() && Arrays.equals(last.get().weights(), fitted)) {
                return;
            }
            Instant at = clock.instant();
            if (weights.write(last.map(Version::version).orElse(0L) + 1, fitted, at)) {
                metrics.count("Refits", 1);
                newest.stream()
                        .findFirst()
                        .ifPresent(one -> metrics.time("LessonToWeights", Duration.between(one.taught().at(), at)));
                return;
            }
        }
        throw new IllegalStateException("the weights are being written by others");
    }

    private byte[] fitted(List<Meant> newest) {
        Instant begun = clock.instant();
        List<Lesson> usable = newest.stream().filter(this::usable).map(Refit::lesson).toList();
        byte[] fitted = new CorrectionTrainer(ids).train(usable).toBytes();
        metrics.time("Refitting", Duration.between(begun, clock.instant()));
        return fitted;
    }

    /** Those of another model, which was packaged before or will be, cannot be compared. */
    private boolean usable(Meant meant) {
        Embedding embedding = meant.embedding();
        return embedding.model().equals(model)
                && embedding.bytes().length == Centre.WIDTH
                && meant.taught().logits().size() == ids.size();
    }

    private static Lesson lesson(Meant meant) {
        byte[] bytes = meant.embedding().bytes();
        float[] embedding = new float[bytes.length];
        for (int d = 0; d < bytes.length; d++) {
            embedding[d] = bytes[d];
        }
        double[] logits = meant.taught().logits().stream().mapToDouble(x -> x).toArray();
        return new Lesson(
                embedding,
                logits,
                meant.taught().department(),
                meant.taught().belongs(),
                meant.taught().by());
    }
}
