package dev.earshot.analyze.evaluation;

import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.sentiment.Judgement;
import dev.earshot.analyze.sentiment.SentimentModel;
import dev.earshot.analyze.training.InvalidFileException;
import dev.earshot.analyze.training.LabelledFile;
import dev.earshot.analyze.training.LabelledFile.Labelled;
import dev.earshot.core.analysis.Analysis.SentimentScores;
import dev.earshot.core.analysis.Sentiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures sentiments on lines {@code label TAB text}; labels are 0 (negative), 1 (neutral), 2 (positive), or names. A
 * sentiment that no line is labelled with, such as mixed in files of three classes, is not told either.
 */
final class SentimentEvaluation {

    private static final int BINS = 10;

    private SentimentEvaluation() {}

    static List<String> run(Path file, TextEncoder encoder, SentimentModel model) {
        List<Labelled> rows = LabelledFile.read(file);
        List<Sentiment> actual = rows.stream().map(row -> sentiment(file, row)).toList();
        Set<Sentiment> present = EnumSet.copyOf(actual);
        List<Sentiment> among = EnumSet.allOf(Sentiment.class).stream()
                .filter(present::contains)
                .toList();
        Confusion confusion = new Confusion(among.stream().map(Sentiment::name).toList());
        List<Double> sure = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Judgement judgement = model.judge(encoder.encode(rows.get(i).text()));
            Sentiment said = judgement.likeliest(among);
            confusion.add(actual.get(i).name(), said.name());
            sure.add(share(judgement.scores(), said, among));
            right.add(said == actual.get(i));
        }
        return new Report()
                .text(confusion.lines())
                .number("texts", rows.size())
                .percent("accuracy", confusion.accuracy())
                .percent("macro-recall", confusion.macroRecall())
                .percent("macro-f1", confusion.macroF1())
                .percent("calibration-error", calibrationError(sure, right))
                .lines();
    }

    private static Sentiment sentiment(Path file, Labelled row) {
        return switch (row.label().strip().toUpperCase(Locale.ROOT)) {
            case "0", "NEGATIVE" -> Sentiment.NEGATIVE;
            case "1", "NEUTRAL" -> Sentiment.NEUTRAL;
            case "2", "POSITIVE" -> Sentiment.POSITIVE;
            case "3", "MIXED" -> Sentiment.MIXED;
            default ->
                throw InvalidFileException.at(
                        file, row.line(), "the label is not 0, 1, 2, negative, neutral, positive or mixed");
        };
    }

    private static double share(SentimentScores scores, Sentiment said, List<Sentiment> among) {
        double sum = 0;
        for (Sentiment one : among) {
            sum += score(scores, one);
        }
        return sum == 0 ? 0 : score(scores, said) / sum;
    }

    private static double score(SentimentScores scores, Sentiment one) {
        return switch (one) {
            case POSITIVE -> scores.positive();
            case NEGATIVE -> scores.negative();
            case NEUTRAL -> scores.neutral();
            case MIXED -> scores.mixed();
        };
    }

    /** By how many points the likelihood of what was said is off, on average, in ten bins of it. */
    private static double calibrationError(List<Double> sure, List<Boolean> right) {
        double[] said = new double[BINS];
        double[] held = new double[BINS];
        for (int i = 0; i < sure.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (sure.get(i) * BINS));
            said[bin] += sure.get(i);
            held[bin] += right.get(i) ? 1 : 0;
        }
        double off = 0;
        for (int bin = 0; bin < BINS; bin++) {
            off += Math.abs(said[bin] - held[bin]);
        }
        return 100 * off / sure.size();
    }
}
