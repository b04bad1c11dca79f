package dev.earshot.analyze.sentiment;

import dev.earshot.core.analysis.Analysis.SentimentScores;
import dev.earshot.core.analysis.Sentiment;
import java.util.List;

/**
 * A sentiment with how likely each is; the four sum to 1.
 *
 * @param scores how likely each is, in steps of a ten-thousandth
 */
public record Judgement(SentimentScores scores) {

    private static final double STEPS = 10_000;

    /** Of three likelihoods that sum to 1, and how likely it is that the text says both good and bad. */
    static Judgement of(double negative, double neutral, double positive, double mixed) {
        double rest = 1 - mixed;
        long p = Math.round(positive * rest * STEPS);
        long n = Math.round(negative * rest * STEPS);
        long m = Math.round(mixed * STEPS);
        return new Judgement(new SentimentScores(p / STEPS, n / STEPS, (STEPS - p - n - m) / STEPS, m / STEPS));
    }

    /** The likeliest. */
    public Sentiment sentiment() {
        return likeliest(List.of(Sentiment.values()));
    }

    /** The likeliest of some; the first of those that are equally likely. */
    public Sentiment likeliest(List<Sentiment> among) {
        Sentiment best = among.get(0);
        for (Sentiment other : among) {
            best = score(other) > score(best) ? other : best;
        }
        return best;
    }

    private double score(Sentiment sentiment) {
        return switch (sentiment) {
            case POSITIVE -> scores.positive();
            case NEGATIVE -> scores.negative();
            case NEUTRAL -> scores.neutral();
            case MIXED -> scores.mixed();
        };
    }
}
