package dev.earshot.analyze.sentiment;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.Weights;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Tells sentiments: one head judges the whole, another each sentence, and a third from how far the sentences disagree
 * whether it is mixed. Safe for use by many threads.
 *
 * @param whole of features and n-grams to negative, neutral, positive
 * @param sentence of a sentence's means to the same
 * @param mixed of {@link #disagreement} to no, yes
 * @param temperature what the logarithms of the whole are divided by, so that likelihoods are as frequent as they say
 */
public record SentimentModel(LinearModel whole, LinearModel sentence, LinearModel mixed, double temperature) {

    /** The classes of {@code whole} and {@code sentence}, in order. */
    public static final int NEGATIVE = 0;

    public static final int NEUTRAL = 1;
    public static final int POSITIVE = 2;

    /** Judges a text. */
    public Judgement judge(Encoded text) {
        double[] three = probabilities(text);
        double both = mixed.probabilities(Features.dense(disagreement(text, three)))[1];
        return Judgement.of(three[NEGATIVE], three[NEUTRAL], three[POSITIVE], both);
    }

    /** How likely the text as a whole is negative, neutral, positive. */
    public double[] probabilities(Encoded text) {
        return LinearModel.softmax(calibrated(whole.logits(features(text))));
    }

    private double[] calibrated(double[] logits) {
        for (int k = 0; k < logits.length; k++) {
            logits[k] /= temperature;
        }
        return logits;
    }

    private Features features(Encoded text) {
        return new Features(text.features(), NGrams.of(text.wording(), whole.buckets()));
    }

    /**
     * What speaks for a mixed sentiment.
     *
     * @param three the likelihoods of the whole
     * @return the best and the worst sentence, how much of both there is, the whole's likelihoods, the number of sentences
     */
    public float[] disagreement(Encoded text, double[] three) {
        double best = 0;
        double worst = 0;
        for (float[] means : text.sentences()) {
            double[] shares = sentence.probabilities(Features.dense(means));
            best = Math.max(best, shares[POSITIVE]);
            worst = Math.max(worst, shares[NEGATIVE]);
        }
        return new float[] {
            (float) best,
            (float) worst,
            (float) (best * worst),
            (float) three[NEGATIVE],
            (float) three[POSITIVE],
            (float) (three[NEGATIVE] * three[POSITIVE]),
            Math.min(text.sentences().size(), 6)
        };
    }

    /** Writes the weights. */
    public void write(DataOutputStream out) throws IOException {
        Weights.write(whole, out);
        Weights.write(sentence, out);
        Weights.write(mixed, out);
        out.writeDouble(temperature);
    }

    /** Reads the weights. */
    public static SentimentModel read(DataInputStream in) throws IOException {
        return new SentimentModel(Weights.read(in), Weights.read(in), Weights.read(in), in.readDouble());
    }
}
