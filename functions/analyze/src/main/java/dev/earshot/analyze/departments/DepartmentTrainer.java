package dev.earshot.analyze.departments;

import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.LinearModel;
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
    static final double NOISE_PRECISION = 0.94;

    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(2e-4, 5e-4, BUCKETS, 80);
    private static final double SHARE_OF_ALSO = 0.3;

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
            LinearModel others =
                    fit(examples.stream().filter(one -> one.group() != group).toList());
            for (int i = 0; i < unseen.length; i++) {
                if (examples.get(i).group() == group) {
                    unseen[i] = others.probabilities(examples.get(i).features());
                }
            }
        }
        List<Double> thresholds = IntStream.range(0, ids.size())
                .mapToObj(k -> threshold(k, examples, unseen))
                .toList();
        return new DepartmentModel(ids, Weights.rounded(fit(examples)), thresholds);
    }

    private LinearModel fit(List<DepartmentExample> examples) {
        return REGRESSION.fit(examples.stream().map(this::example).toList());
    }

    private Example example(DepartmentExample one) {
        double[] target = new double[ids.size()];
        List<String> also = one.also().stream()
                .filter(id -> ids.contains(id) && !id.equals(one.primary()))
                .sorted()
                .toList();
        also.forEach(id -> target[ids.indexOf(id)] = SHARE_OF_ALSO / also.size());
        target[ids.indexOf(one.primary())] = also.isEmpty() ? 1 : 1 - SHARE_OF_ALSO;
        return new Example(one.features(), target, one.weight());
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
