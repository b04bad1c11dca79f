package dev.earshot.analyze.intent;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.Weights;
import dev.earshot.core.analysis.Analysis.Scored;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what the author wants, and whether it is urgent. Safe for use by many threads.
 *
 * @param intents to the classes of {@link #IDS}
 * @param urgency to no, yes
 * @param urgentFrom how likely it must be urgent to be called so
 */
public record IntentModel(LinearModel intents, LinearModel urgency, double urgentFrom) {

    /** The intents that are told apart. */
    public static final List<String> IDS = List.of(
            "complaint",
            "question",
            "praise",
            "suggestion",
            "purchase-interest",
            "job-interest",
            "harm-report",
            "other");

    private static final double WORTH_TELLING = 0.2;
    private static final double STEPS = 10_000;

    /** The intents with a likelihood of a fifth at least, best first; the likeliest always. */
    public List<Scored> intents(Encoded text) {
        double[] shares = intents.probabilities(features(text));
        List<Scored> scored = new ArrayList<>();
        for (int k = 0; k < shares.length; k++) {
            scored.add(new Scored(IDS.get(k), Math.round(shares[k] * STEPS) / STEPS));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> told = new ArrayList<>(List.of(scored.get(0)));
        scored.stream().skip(1).filter(one -> one.score() >= WORTH_TELLING).forEach(told::add);
        return told;
    }

    /** Whether somebody needs help now. */
    public boolean urgent(Encoded text) {
        return urgency.probabilities(features(text))[1] >= urgentFrom;
    }

    private Features features(Encoded text) {
        return new Features(text.features(), NGrams.of(text.wording(), intents.buckets()));
    }

    /** Writes the weights. */
    public void write(DataOutputStream out) throws IOException {
        Weights.write(intents, out);
        Weights.write(urgency, out);
        out.writeDouble(urgentFrom);
    }

    /** Reads the weights. */
    public static IntentModel read(DataInputStream in) throws IOException {
        return new IntentModel(Weights.read(in), Weights.read(in), in.readDouble());
    }
}
