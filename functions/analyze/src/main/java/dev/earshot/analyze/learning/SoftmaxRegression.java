package dev.earshot.analyze.learning;

import java.util.List;

/**
 * Fits a {@link LinearModel} to examples: multinomial logistic regression on standardised numbers, with a penalty on
 * large weights. Deterministic: one thread, sums in the order of the examples.
 *
 * @param densePenalty of the weights of the transformer's numbers
 * @param gramPenalty of the weights of n-grams
 * @param buckets of n-grams; 0 for none
 * @param iterations at most
 */
public record SoftmaxRegression(double densePenalty, double gramPenalty, int buckets, int iterations) {

    private static final double TOLERANCE = 1e-6;

    /** The model for some examples, at least one; all have as many classes and dense numbers. */
    public LinearModel fit(List<Example> examples) {
        Standard standard = Standard.of(examples);
        int classes = examples.get(0).target().length;
        Loss loss = new Loss(examples, standard, this);
        double[] best = new Lbfgs(loss, iterations, TOLERANCE).from(new double[classes * loss.perClass()]);
        return model(best, classes, standard, loss.perClass());
    }

    /** Takes the standardisation into the weights, so that the model applies to raw numbers. */
    private LinearModel model(double[] best, int classes, Standard standard, int perClass) {
        int width = standard.mean().length;
        float[] bias = new float[classes];
        float[][] dense = new float[classes][width];
        float[][] grams = new float[classes][buckets];
        for (int k = 0; k < classes; k++) {
            int at = k * perClass;
            double shift = best[at + width + buckets];
            for (int d = 0; d < width; d++) {
                double weight = best[at + d] * standard.factor()[d];
                dense[k][d] = (float) weight;
                shift -= weight * standard.mean()[d];
            }
            for (int g = 0; g < buckets; g++) {
                grams[k][g] = (float) best[at + width + g];
            }
            bias[k] = (float) shift;
        }
        return new LinearModel(bias, dense, grams);
    }

    /** How to bring numbers to mean 0, and all of a text's together to about length 1. */
    @SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
    private record Standard(double[] mean, double[] factor) {

        static Standard of(List<Example> examples) {
            int width = examples.get(0).features().dense().length;
            double[] mean = new double[width];
            double[] square = new double[width];
            for (Example example : examples) {
                float[] x = example.features().dense();
                for (int d = 0; d < width; d++) {
                    mean[d] += x[d];
                    square[d] += (double) x[d] * x[d];
                }
            }
            double[] factor = new double[width];
            for (int d = 0; d < width; d++) {
                mean[d] /= examples.size();
                double variance = Math.max(0, square[d] / examples.size() - mean[d] * mean[d]);
                factor[d] = 1 / ((Math.sqrt(variance) + 1e-6) * Math.sqrt(width));
            }
            return new Standard(mean, factor);
        }

        float[] apply(float[] x) {
            float[] standardised = new float[x.length];
            for (int d = 0; d < x.length; d++) {
                standardised[d] = (float) ((x[d] - mean[d]) * factor[d]);
            }
            return standardised;
        }
    }

    /** The cross entropy, weighted, with its penalties; weights lie class by class: dense, n-grams, bias. */
    private static final class Loss implements Lbfgs.Objective {

        private final List<Example> examples;
        private final SoftmaxRegression settings;
        private final float[][] standardised;
        private final int width;
        private final int classes;
        private final double totalWeight;

        Loss(List<Example> examples, Standard standard, SoftmaxRegression settings) {
            this.examples = examples;
            this.settings = settings;
            this.standardised = examples.stream()
                    .map(example -> standard.apply(example.features().dense()))
                    .toArray(float[][]::new);
            this.width = standard.mean().length;
            this.classes = examples.get(0).target().length;
            this.totalWeight = examples.stream().mapToDouble(Example::weight).sum();
        }

        int perClass() {
            return width + settings.buckets() + 1;
        }

        @Override
        public double at(double[] x, double[] gradient) {
            double value = penalties(x, gradient);
            float[][] weights = new float[classes][width];
            float[][] slopes = new float[classes][width];
            for (int k = 0; k < classes; k++) {
                for (int d = 0; d < width; d++) {
                    weights[k][d] = (float) x[k * perClass() + d];
                }
            }
            for (int i = 0; i < standardised.length; i++) {
                value += add(i, x, weights, gradient, slopes);
                if (i % 256 == 255 || i == standardised.length - 1) {
                    flush(slopes, gradient);
                }
            }
            return value;
        }

        private double penalties(double[] x, double[] gradient) {
            double value = 0;
            for (int j = 0; j < x.length; j++) {
                int place = j % perClass();
                double penalty = place < width
                        ? settings.densePenalty()
                        : place < width + settings.buckets() ? settings.gramPenalty() : 0;
                value += penalty * x[j] * x[j] / 2;
                gradient[j] = penalty * x[j];
            }
            return value;
        }

        private double add(int i, double[] x, float[][] weights, double[] gradient, float[][] slopes) {
            Example example = examples.get(i);
            double share = example.weight() / totalWeight;
            double gramValue = settings.buckets() == 0 ? 0 : example.features().gramValue();
            int[] grams =
                    settings.buckets() == 0 ? new int[0] : example.features().grams();
            float[] rarity = example.features().rarity();
            double[] logits = new double[classes];
            for (int k = 0; k < classes; k++) {
                int at = k * perClass() + width;
                double sum = 0;
                for (int g = 0; g < grams.length; g++) {
                    sum += x[at + grams[g]] * rarity[g];
                }
                logits[k] = x[at + settings.buckets()] + LinearModel.dot(weights[k], standardised[i]) + sum * gramValue;
            }
            double[] shares = LinearModel.softmax(logits);
            double value = 0;
            for (int k = 0; k < classes; k++) {
                double target = example.target()[k];
                if (target > 0) {
                    value -= share * target * StrictMath.log(Math.max(shares[k], 1e-12));
                }
                double error = share * (shares[k] - target);
                int at = k * perClass() + width;
                gradient[at + settings.buckets()] += error;
                for (int g = 0; g < grams.length; g++) {
                    gradient[at + grams[g]] += error * gramValue * rarity[g];
                }
                axpy((float) (error * totalWeight), standardised[i], slopes[k]);
            }
            return value;
        }

        private void flush(float[][] slopes, double[] gradient) {
            for (int k = 0; k < classes; k++) {
                for (int d = 0; d < width; d++) {
                    gradient[k * perClass() + d] += slopes[k][d] / totalWeight;
                    slopes[k][d] = 0;
                }
            }
        }

        private static void axpy(float times, float[] x, float[] to) {
            for (int d = 0; d < to.length; d++) {
                to[d] += times * x[d];
            }
        }
    }
}
