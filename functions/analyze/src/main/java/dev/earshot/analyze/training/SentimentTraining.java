package dev.earshot.analyze.training;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.Wording;
import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.SoftmaxRegression;
import dev.earshot.analyze.learning.Weights;
import dev.earshot.analyze.sentiment.SentimentModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Learns sentiments from short posts and from what was said about companies. */
final class SentimentTraining {

    private static final int BUCKETS = 1 << 17;
    private static final SoftmaxRegression WHOLE = new SoftmaxRegression(2e-3, 3e-4, BUCKETS, 80);
    private static final SoftmaxRegression SENTENCE = new SoftmaxRegression(2e-3, 0, 0, 60);
    private static final SoftmaxRegression MIXED = new SoftmaxRegression(1e-3, 0, 0, 60);
    private static final double[] BOTH = {0.45, 0.1, 0.45};
    private static final int MEANS_FROM = 384;

    /** A text with the share of each sentiment, and its embedding's features. */
    @SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
    record Judged(String text, float[] features, double[] target, double weight) {

        static Judged of(String text, float[] features, int label, double weight) {
            double[] target = new double[3];
            target[label] = 1;
            return new Judged(text, features, target, weight);
        }

        static Judged both(String text, float[] features, double weight) {
            return new Judged(text, features, BOTH.clone(), weight);
        }

        private Features gramsToo() {
            return new Features(features, NGrams.of(Wording.of(text), BUCKETS));
        }

        private Features means() {
            return Features.dense(Arrays.copyOfRange(features, MEANS_FROM, features.length));
        }
    }

    private SentimentTraining() {}

    /**
     * Learns.
     *
     * @param judged all texts, of whichever kind
     * @param maybeMixed texts among which those of both sentiments are labelled, with whether they are
     * @param calibration texts of one kind that were not learned, on which the temperature is chosen
     */
    static SentimentModel train(
            List<Judged> judged, List<Encoded> maybeMixed, List<Boolean> isMixed, List<Judged> calibration) {
        List<Judged> balanced = balanced(judged);
        LinearModel whole = Weights.rounded(WHOLE.fit(examples(balanced, Judged::gramsToo)));
        LinearModel sentence = SENTENCE.fit(examples(balanced, Judged::means));
        SentimentModel unfinished = new SentimentModel(whole, sentence, nothing(), temperature(whole, calibration));
        List<Example> disagreements = new ArrayList<>();
        for (int i = 0; i < maybeMixed.size(); i++) {
            Encoded text = maybeMixed.get(i);
            disagreements.add(Example.of(
                    Features.dense(unfinished.disagreement(text, unfinished.probabilities(text))),
                    isMixed.get(i) ? 1 : 0,
                    2,
                    1));
        }
        LinearModel mixed = disagreements.isEmpty() ? nothing() : MIXED.fit(disagreements);
        return new SentimentModel(whole, sentence, mixed, unfinished.temperature());
    }

    /** Never mixed. */
    private static LinearModel nothing() {
        return new LinearModel(new float[] {20, -20}, new float[2][7], new float[2][0]);
    }

    private static List<Example> examples(List<Judged> judged, Function<Judged, Features> features) {
        return judged.stream()
                .map(one -> new Example(features.apply(one), one.target(), one.weight()))
                .toList();
    }

    /** So weighted that each sentiment counts as much as the others, among texts of the same weight. */
    private static List<Judged> balanced(List<Judged> judged) {
        List<Judged> balanced = new ArrayList<>();
        for (double weight :
                judged.stream().mapToDouble(Judged::weight).distinct().toArray()) {
            List<Judged> alike =
                    judged.stream().filter(one -> one.weight() == weight).toList();
            double[] sums = new double[3];
            alike.forEach(one -> {
                for (int k = 0; k < 3; k++) {
                    sums[k] += one.target()[k];
                }
            });
            for (Judged one : alike) {
                double factor = 0;
                for (int k = 0; k < 3; k++) {
                    factor += one.target()[k] * alike.size() / 3 / Math.max(1, sums[k]);
                }
                balanced.add(new Judged(one.text(), one.features(), one.target(), weight * factor));
            }
        }
        return balanced;
    }

    /** The temperature at which the likelihoods of what was not learned surprise least. */
    private static double temperature(LinearModel whole, List<Judged> calibration) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 10; step <= 40 && !calibration.isEmpty(); step++) {
            double temperature = step / 20.0;
            double surprise = 0;
            for (Judged one : calibration) {
                double[] logits = whole.logits(one.gramsToo());
                for (int k = 0; k < logits.length; k++) {
                    logits[k] /= temperature;
                }
                double[] shares = LinearModel.softmax(logits);
                for (int k = 0; k < shares.length; k++) {
                    surprise -= one.target()[k] * StrictMath.log(Math.max(shares[k], 1e-12));
                }
            }
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }
}
