package dev.earshot.analyze.evaluation;

import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.departments.Fit;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.sentiment.SentimentModel;
import dev.earshot.analyze.training.CompanyMention;
import dev.earshot.analyze.training.InvalidFileException;
import dev.earshot.core.analysis.Sentiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures how departments fit on a table with the columns {@code text, primary, also, sentiment, urgent}: the likeliest
 * of all departments and noise counts as right when it is {@code primary} or in {@code also}. What is called noise is so
 * from its threshold on; unsure is what is neither noise nor over any department's threshold.
 */
final class RoutingEvaluation {

    private final TextEncoder encoder;
    private final DepartmentModel departments;

    private int first;
    private int second;
    private int unsure;
    private int calledNoise;
    private int noise;
    private int bothNoise;

    RoutingEvaluation(TextEncoder encoder, DepartmentModel departments) {
        this.encoder = encoder;
        this.departments = departments;
    }

    List<String> run(Path file, SentimentModel sentiments) {
        List<CompanyMention> mentions = CompanyMention.read(file);
        Confusion confusion = new Confusion(departments.ids());
        Confusion feelings = new Confusion(List.of("NEGATIVE", "NEUTRAL", "POSITIVE"));
        for (CompanyMention one : mentions) {
            if (!departments.ids().contains(one.primary())) {
                throw InvalidFileException.of(file, "'" + one.primary() + "' is no department");
            }
            var text = encoder.encode(one.text());
            Fit fit = departments.fit(text);
            count(one, fit);
            confusion.add(one.primary(), fit.ranking().get(0));
            if (THREE.stream().anyMatch(sentiment -> sentiment.name().equals(one.sentiment()))) {
                feelings.add(
                        one.sentiment(), sentiments.judge(text).likeliest(THREE).name());
            }
        }
        return new Report()
                .text(confusion.lines())
                .number("texts", mentions.size())
                .percent("top-1", Confusion.percent(first, mentions.size()))
                .percent("top-2", Confusion.percent(second, mentions.size()))
                .percent("noise-precision", Confusion.percent(bothNoise, calledNoise))
                .percent("noise-recall", Confusion.percent(bothNoise, noise))
                .percent("unsure", Confusion.percent(unsure, mentions.size()))
                .percent("sentiment-macro-recall", feelings.macroRecall())
                .lines();
    }

    private static final List<Sentiment> THREE = List.of(Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE);

    private void count(CompanyMention one, Fit fit) {
        Set<String> right = new HashSet<>(one.also());
        right.add(one.primary());
        List<String> two = new ArrayList<>(fit.ranking().subList(0, 2));
        first += right.contains(two.get(0)) ? 1 : 0;
        second += two.stream().anyMatch(right::contains) ? 1 : 0;
        unsure += fit.unsure() ? 1 : 0;
        boolean isNoise = one.primary().equals(DepartmentModel.NOISE);
        noise += isNoise ? 1 : 0;
        calledNoise += fit.isNoise() ? 1 : 0;
        bothNoise += isNoise && fit.isNoise() ? 1 : 0;
    }
}
