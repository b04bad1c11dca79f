package dev.earshot.analyze.departments;

import dev.earshot.analyze.learning.Lbfgs;
import dev.earshot.analyze.learning.LinearModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Learns a {@link Correction} from people's lessons: what is likeliest when the packaged model is taken for right and
 * each lesson for evidence against it. The packaged examples are not needed. Deterministic; about a second for a thousand
 * lessons.
 */
public final class CorrectionTrainer {

    /** As how many lessons all those of one person count at most. */
    public static final double MOST_OF_ONE_PERSON = 20;

    private static final double PENALTY = 0.2;
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-6;

    private final List<String> ids;

    /** @param ids of the packaged model's classes */
    public CorrectionTrainer(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    /** The correction for some lessons; those about departments that the model does not know do not count. */
    public Correction train(List<Lesson> lessons) {
        int width = Centre.WIDTH;
        List<Lesson> known =
                lessons.stream().filter(one -> ids.contains(one.department())).toList();
        Map<String, Long> ofEach = known.stream().collect(Collectors.groupingBy(Lesson::by, Collectors.counting()));
        List<Weighted> weighted = known.stream()
                .map(one -> new Weighted(
                        one,
                        Centre.direction(one.embedding()),
                        ids.indexOf(one.department()),
                        Math.min(1, MOST_OF_ONE_PERSON / ofEach.getOrDefault(one.by(), 1L))))
                .toList();
        double[] best = new Lbfgs((x, gradient) -> loss(weighted, width, x, gradient), ITERATIONS, TOLERANCE)
                .from(new double[ids.size() * width]);
        return correction(best, width);
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
    private record Weighted(Lesson lesson, float[] direction, int department, double weight) {}

    /** How unlikely the lessons are under the weights {@code x}, and these under the packaged model. */
    private double loss(List<Weighted> lessons, int width, double[] x, double[] gradient) {
        double value = 0;
        for (int j = 0; j < x.length; j++) {
            value += PENALTY * x[j] * x[j] / 2;
            gradient[j] = PENALTY * x[j];
        }
        for (Weighted one : lessons) {
            value += loss(one, width, x, gradient);
        }
        return value;
    }

    private double loss(Weighted one, int width, double[] x, double[] gradient) {
        double[] logits = one.lesson().logits().clone();
        for (int k = 0; k < logits.length; k++) {
            for (int d = 0; d < width; d++) {
                logits[k] += x[k * width + d] * one.direction()[d];
            }
        }
        double[] shares = LinearModel.softmax(logits);
        double itsOwn = shares[one.department()];
        double agreed = Math.max(one.lesson().belongs() ? itsOwn : 1 - itsOwn, 1e-12);
        for (int k = 0; k < shares.length; k++) {
            double towards = (k == one.department() ? 1 : 0) - shares[k];
            double slope = one.weight() * (one.lesson().belongs() ? -towards : towards * itsOwn / agreed);
            for (int d = 0; d < width; d++) {
                gradient[k * width + d] += slope * one.direction()[d];
            }
        }
        return -one.weight() * StrictMath.log(agreed);
    }

    private Correction correction(double[] best, int width) {
        float[][] weights = new float[ids.size()][width];
        for (int k = 0; k < weights.length; k++) {
            for (int d = 0; d < width; d++) {
                weights[k][d] = (float) best[k * width + d];
            }
        }
        return new Correction(ids, weights);
    }
}
