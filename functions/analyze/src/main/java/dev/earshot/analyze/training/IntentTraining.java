package dev.earshot.analyze.training;

import dev.earshot.analyze.intent.IntentModel;
import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.SoftmaxRegression;
import dev.earshot.analyze.learning.Weights;
import java.util.ArrayList;
import java.util.List;

/** Learns intents and urgency from what was said about companies. */
final class IntentTraining {

    static final int BUCKETS = 1 << 15;

    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(2e-4, 5e-4, BUCKETS, 60);

    private IntentTraining() {}

    /** Examples of intents: the mentions that have one, with the features of each. */
    static List<Example> intents(List<CompanyMention> mentions, List<Features> features) {
        List<Example> intents = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            String intent = mentions.get(i).intent();
            if (intent != null) {
                int label = IntentModel.IDS.indexOf(intent);
                intents.add(Example.of(features.get(i), label, IntentModel.IDS.size(), 1));
            }
        }
        return intents;
    }

    /**
     * Learns from groups of mentions, one for each author, with the features of each.
     *
     * @param intents by these and others
     */
    static IntentModel train(List<Example> intents, List<List<CompanyMention>> groups, List<List<Features>> features) {
        List<Example> all = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            all.addAll(urgency(groups.get(g), features.get(g)));
        }
        return new IntentModel(
                Weights.rounded(REGRESSION.fit(intents)),
                Weights.rounded(REGRESSION.fit(all)),
                threshold(groups, features));
    }

    private static List<Example> urgency(List<CompanyMention> mentions, List<Features> features) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            examples.add(Example.of(features.get(i), mentions.get(i).urgent() ? 1 : 0, 2, 1));
        }
        return examples;
    }

    /** From which likelihood on urgency is told best of authors who were not learned, by F1. */
    private static double threshold(List<List<CompanyMention>> groups, List<List<Features>> features) {
        List<Double> likely = new ArrayList<>();
        List<Boolean> urgent = new ArrayList<>();
        for (int held = 0; held < groups.size(); held++) {
            List<Example> others = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                if (g != held) {
                    others.addAll(urgency(groups.get(g), features.get(g)));
                }
            }
            LinearModel model = REGRESSION.fit(others);
            for (int i = 0; i < groups.get(held).size(); i++) {
                likely.add(model.probabilities(features.get(held).get(i))[1]);
                urgent.add(groups.get(held).get(i).urgent());
            }
        }
        double best = 0.5;
        double bestF1 = -1;
        for (int step = 5; step <= 80; step++) {
            double f1 = f1(likely, urgent, step / 100.0);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = step / 100.0;
            }
        }
        return best;
    }

    private static double f1(List<Double> likely, List<Boolean> urgent, double threshold) {
        int right = 0;
        int called = 0;
        int actual = 0;
        for (int i = 0; i < likely.size(); i++) {
            boolean call = likely.get(i) >= threshold;
            called += call ? 1 : 0;
            actual += urgent.get(i) ? 1 : 0;
            right += call && urgent.get(i) ? 1 : 0;
        }
        return 2.0 * right / Math.max(1, called + actual);
    }
}
