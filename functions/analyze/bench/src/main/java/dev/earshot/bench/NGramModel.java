package dev.earshot.bench;

import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.SoftmaxRegression;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** What can be done without a transformer: logistic regression on hashed words, pairs of words and parts of words. */
final class NGramModel implements Function<String, List<String>> {

    private static final int BUCKETS = 1 << 16;
    private static final float[] NOTHING = {};
    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(0, 1e-5, BUCKETS, 60);

    private final List<String> classes;
    private final LinearModel model;

    NGramModel(List<Labelled> examples) {
        classes =
                List.copyOf(new TreeSet<>(examples.stream().map(Labelled::label).toList()));
        model = REGRESSION.fit(examples.stream()
                .map(one -> Example.of(features(one.text()), classes.indexOf(one.label()), classes.size(), 1))
                .toList());
    }

    /** The classes, likeliest first. */
    @Override
    public List<String> apply(String text) {
        return Lexicon.ranked(classes, model.logits(features(text)));
    }

    private static Features features(String text) {
        return new Features(NOTHING, NGrams.of(text, BUCKETS));
    }
}
