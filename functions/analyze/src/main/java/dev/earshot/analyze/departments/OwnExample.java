package dev.earshot.analyze.departments;

import java.util.List;

/**
 * An example that a company gave for a department that the packaged model knows. It moves what says nearly the same, and
 * nothing else: what moved more made texts by people who were not learned worse; see {@code docs/analyzer.md}.
 *
 * @param known the packaged model's class that it is an example of
 * @param direction where it points, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
record OwnExample(String known, float[] direction) {

    /** The cosine from which on two texts say nearly the same. */
    private static final double NEAR = 0.5;

    private static final double WEIGHT = 16;

    /**
     * Scores with what the nearest example of each class speaks for it.
     *
     * @param ids the classes in their order
     * @param logits one for each class; stays as it is
     * @param direction where the text points
     */
    static double[] added(List<OwnExample> examples, List<String> ids, double[] logits, float[] direction) {
        double[] nearest = new double[logits.length];
        for (OwnExample example : examples) {
            int k = ids.indexOf(example.known);
            nearest[k] = Math.max(nearest[k], Centre.cosine(example.direction, direction) - NEAR);
        }
        double[] sum = logits.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += WEIGHT * nearest[k];
        }
        return sum;
    }
}
