package dev.earshot.analyze.departments;

import dev.earshot.core.analysis.Analysis.Scored;
import java.util.List;

/**
 * A department that the packaged model does not know, told by what its description and its examples mean. The weights
 * were fitted to packaged departments of which the model was told nothing; see {@code docs/analyzer.md}.
 *
 * @param id of the department
 * @param middle where its description and its examples point on average, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
record OwnDepartment(String id, float[] middle) {

    private static final double STEPS = 1_000;
    private static final double BIAS = 0.96;
    private static final double OF_MEANING = 11.86;
    private static final double OF_OTHERS = -4.04;
    private static final double OF_NOISE = -5.18;
    private static final double THRESHOLD = 0.26;

    /** A department with the direction of its description and those of its examples. */
    static OwnDepartment of(String id, float[] description, List<float[]> examples) {
        float[] middle = description.clone();
        for (float[] example : examples) {
            for (int d = 0; d < middle.length; d++) {
                middle[d] += example[d];
            }
        }
        return new OwnDepartment(id, Centre.unit(middle));
    }

    /**
     * How well it fits; from {@link Fit#OVER} on it is over its threshold.
     *
     * @param direction where the text points
     * @param packaged what the packaged model says of the text: what that is sure of is seldom for others
     */
    Scored score(float[] direction, Fit packaged) {
        double others = packaged.departments().isEmpty()
                ? 0
                : packaged.departments().get(0).score();
        double logit =
                BIAS + OF_MEANING * Centre.cosine(middle, direction) + OF_OTHERS * others + OF_NOISE * packaged.noise();
        return new Scored(id, stretched(1 / (1 + StrictMath.exp(-logit))));
    }

    private static double stretched(double likely) {
        double score = likely < THRESHOLD ? likely / THRESHOLD / 2 : 0.5 + (likely - THRESHOLD) / (1 - THRESHOLD) / 2;
        return Math.floor(score * STEPS) / STEPS;
    }
}
