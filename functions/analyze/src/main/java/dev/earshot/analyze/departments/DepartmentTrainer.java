package dev.earshot.analyze.departments;

import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.Rarity;
import dev.earshot.analyze.learning.SoftmaxRegression;
import dev.earshot.analyze.learning.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns from examples how well departments fit: some seconds for some thousand examples, always with the same result.
 * First one model for each group of examples, learned from all others, on which the thresholds are tuned; then the model
 * of all.
 */
public final class DepartmentTrainer {

    /** How many buckets of n-grams the model looks at. */
    public static final int BUCKETS = 1 << 15;

    /** How often what is called noise must be noise. */
    static final double NOISE_PRECISION = 0.95;

    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(5e-5, 5e-5, BUCKETS, 100);
    private static final double SHARE_OF_ALSO = 0.3;

    /** How much of a text is shared out among all classes: who labels is not always right, and authors differ. */
    private static final double SHARE_OF_ALL = 0.1;

    private final List<String> ids;

    /** @param ids of the departments and {@link DepartmentModel#NOISE} */
    public DepartmentTrainer(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    /** The model for examples of at least two groups. */
    public DepartmentModel train(List<DepartmentExample> examples) {
        double[][] unseen = new double[examples.size()][];
        for (int group :
                examples.stream().mapToInt(DepartmentExample::group).distinct().toArray()) {
            List<DepartmentExample> others =
                    examples.stream().filter(one -> one.group() != group).toList();
            Rarity rarity = rarity(others);
            LinearModel model = fit(others, rarity);
            for (int i = 0; i < unseen.length; i++) {
                if (examples.get(i).group() == group) {
                    unseen[i] = model.probabilities(weighed(examples.get(i), rarity));
                }
            }
        }
        List<Double> thresholds = IntStream.range(0, ids.size())
                .mapToObj(k -> threshold(k, examples, unseen))
                .toList();
        Rarity rarity = rarity(examples);
        return new DepartmentModel(ids, Weights.rounded(fit(examples, rarity)), rarity, thresholds);
    }

    private static Rarity rarity(List<DepartmentExample> examples) {
        return Rarity.among(examples.stream().map(one -> one.features().grams()).toList(), BUCKETS);
    }

    private static Features weighed(DepartmentExample one, Rarity rarity) {
        return rarity.features(one.features().dense(), one.features().grams());
    }

    private LinearModel fit(List<DepartmentExample> examples, Rarity rarity) {
        return REGRESSION.fit(examples.stream()
                .map(one -> new Example(weighed(one, rarity), target(one), one.weight()))
                .toList());
    }

    private double[] target(DepartmentExample one) {
        double[] target = new double[ids.size()];
        List<String> also = one.also().stream()
                .filter(id -> ids.contains(id) && !id.equals(one.primary()))
                .sorted()
                .toList();
        also.forEach(id -> target[ids.indexOf(id)] = SHARE_OF_ALSO / also.size());
        target[ids.indexOf(one.primary())] = also.isEmpty() ? 1 : 1 - SHARE_OF_ALSO;
        for (int k = 0; k < target.length; k++) {
            target[k] = target[k] * (1 - SHARE_OF_ALL) + SHARE_OF_ALL / target.length;
        }
        return target;
    }

    /** For noise the lowest with the precision that it must have; for a department that of the best F1. */
    private double threshold(int k, List<DepartmentExample> examples, double[][] unseen) {
        String id = ids.get(k);
        double best = 0.9;
        double bestF1 = -1;
        for (int step = 90; step >= 10; step--) {
            double threshold = step / 100.0;
            Counted counted = Counted.of(k, id, threshold, examples, unseen);
            if (id.equals(DepartmentModel.NOISE)) {
                if (counted.precision() < NOISE_PRECISION) {
                    return best;
                }
                best = threshold;
            } else if (counted.f1() > bestF1) {
                bestF1 = counted.f1();
                best = threshold;
            }
        }
        return best;
    }

    private record Counted(int right, int called, int actual) {

        static Counted of(int k, String id, double threshold, List<DepartmentExample> examples, double[][] unseen) {
            List<Integer> called = new ArrayList<>();
            int actual = 0;
            for (int i = 0; i < unseen.length; i++) {
                if (unseen[i][k] >= threshold) {
                    called.add(i);
                }
                actual += examples.get(i).concerns(id) ? 1 : 0;
            }
            int right = (int)
                    called.stream().filter(i -> examples.get(i).concerns(id)).count();
            return new Counted(right, called.size(), actual);
        }

        double precision() {
            return called == 0 ? 1 : (double) right / called;
        }

        double f1() {
            return called + actual == 0 ? 0 : 2.0 * right / (called + actual);
        }
    }
}
