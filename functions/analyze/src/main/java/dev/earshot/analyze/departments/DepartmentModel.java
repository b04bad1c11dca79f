package dev.earshot.analyze.departments;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.learning.Rarity;
import dev.earshot.analyze.learning.Weights;
import dev.earshot.core.analysis.Analysis.Scored;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells how well departments fit. Safe for use by many threads.
 *
 * @param ids of the classes: departments, and {@link #NOISE}
 * @param model to the classes
 * @param rarity of the n-grams that it looks at
 * @param thresholds for each class, from which likelihood on it is assigned, in (0, 1)
 */
public record DepartmentModel(List<String> ids, LinearModel model, Rarity rarity, List<Double> thresholds) {

    /** The class of what concerns nobody. */
    public static final String NOISE = "noise";

    /** What its weights, and those of its correction, are called. */
    public static final String NAME = "departments";

    private static final double STEPS = 1_000;
    private static final int MOST_CLASSES = 64;

    public DepartmentModel {
        ids = List.copyOf(ids);
        thresholds = List.copyOf(thresholds);
        if (ids.size() != model.classes() || ids.size() != thresholds.size()) {
            throw new IllegalArgumentException("each class has a name and a threshold");
        }
    }

    /** How well the departments fit a text. */
    public Fit fit(Encoded text) {
        return fit(logits(text));
    }

    /**
     * The same, corrected by what people taught.
     *
     * @param correction of this model's classes
     */
    public Fit fit(Encoded text, Correction correction) {
        return fit(correction.apply(logits(text), text.embedding()));
    }

    /** The classes' scores for a text, as logarithms of their odds up to a constant. */
    public double[] logits(Encoded text) {
        return model.logits(rarity.features(text.features(), NGrams.of(text.wording(), model.buckets())));
    }

    /** How well the departments fit by their scores. */
    Fit fit(double[] logits) {
        double[] shares = LinearModel.softmax(logits);
        List<Scored> departments = new ArrayList<>();
        double noise = 0;
        for (int k = 0; k < shares.length; k++) {
            double score = score(shares[k], thresholds.get(k));
            if (ids.get(k).equals(NOISE)) {
                noise = score;
            } else {
                departments.add(new Scored(ids.get(k), score));
            }
        }
        departments.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Fit(departments, noise, ranking(shares));
    }

    private List<String> ranking(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> shares[k]).reversed())
                .map(ids::get)
                .toList();
    }

    /** Stretches likelihoods so that the threshold comes to lie at 0.5. */
    private static double score(double share, double threshold) {
        double score = share < threshold ? share / threshold / 2 : 0.5 + (share - threshold) / (1 - threshold) / 2;
        return Math.floor(score * STEPS) / STEPS;
    }

    /** Writes the weights. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(ids.size());
        for (int k = 0; k < ids.size(); k++) {
            out.writeUTF(ids.get(k));
            out.writeDouble(thresholds.get(k));
        }
        Weights.write(model, out);
        rarity.write(out);
    }

    /** Reads the weights. */
    public static DepartmentModel read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IOException("these are no weights of departments");
        }
        List<String> ids = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            ids.add(in.readUTF());
            thresholds.add(in.readDouble());
        }
        return new DepartmentModel(ids, Weights.read(in), Rarity.read(in), thresholds);
    }
}
