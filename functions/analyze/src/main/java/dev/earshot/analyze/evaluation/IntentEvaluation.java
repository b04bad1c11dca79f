package dev.earshot.analyze.evaluation;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.SoftmaxRegression;
import dev.earshot.analyze.training.InvalidFileException;
import dev.earshot.analyze.training.LabelledFile;
import dev.earshot.analyze.training.LabelledFile.Labelled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Measures how well intents of any set are learned from a few examples of each: both files have {@code label TAB text}. */
final class IntentEvaluation {

    private static final int BUCKETS = 1 << 14;
    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(3e-5, 3e-4, BUCKETS, 60);

    private final TextEncoder encoder;

    IntentEvaluation(TextEncoder encoder) {
        this.encoder = encoder;
    }

    List<String> run(Path train, Path test, int shots, long seed) {
        SortedMap<String, List<String>> byLabel = new TreeMap<>();
        LabelledFile.read(train).forEach(row -> byLabel.computeIfAbsent(row.label(), label -> new ArrayList<>())
                .add(row.text()));
        List<String> labels = List.copyOf(byLabel.keySet());
        LinearModel model = REGRESSION.fit(examples(byLabel, labels, shots, new Random(seed)));
        Confusion confusion = new Confusion(labels);
        int second = 0;
        List<Labelled> rows = LabelledFile.read(test);
        for (Labelled row : rows) {
            if (!labels.contains(row.label())) {
                throw InvalidFileException.at(test, row.line(), "the label is not in " + train.getFileName());
            }
            List<Integer> ranking = ranking(model.logits(features(row.text())));
            confusion.add(row.label(), labels.get(ranking.get(0)));
            second += ranking.stream().limit(2).anyMatch(k -> labels.get(k).equals(row.label())) ? 1 : 0;
        }
        return new Report()
                .text(confusion.lines())
                .number("texts", rows.size())
                .percent("accuracy", confusion.accuracy())
                .percent("macro-recall", confusion.macroRecall())
                .percent("macro-f1", confusion.macroF1())
                .percent("top-1", confusion.accuracy())
                .percent("top-2", Confusion.percent(second, rows.size()))
                .lines();
    }

    private List<Example> examples(
            SortedMap<String, List<String>> byLabel, List<String> labels, int shots, Random random) {
        List<Example> examples = new ArrayList<>();
        byLabel.forEach((label, texts) -> {
            List<String> drawn = new ArrayList<>(texts);
            Collections.shuffle(drawn, random);
            drawn.stream()
                    .limit(shots)
                    .forEach(text -> examples.add(Example.of(features(text), labels.indexOf(label), labels.size(), 1)));
        });
        return examples;
    }

    /** The embedding and the last layer's mean: with few examples of many intents the inner layers only blur. */
    private Features features(String text) {
        Encoded encoded = encoder.encode(text);
        return new Features(
                Arrays.copyOf(encoded.features(), TextEncoder.COMMON / 2), NGrams.of(encoded.wording(), BUCKETS));
    }

    private static List<Integer> ranking(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .toList();
    }
}
