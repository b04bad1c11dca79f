package dev.earshot.analyze.learning;

/**
 * What a linear model sees of a text.
 *
 * @param dense what the transformer makes of it
 * @param grams the buckets of its n-grams, ascending; empty when the model looks at none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Features(float[] dense, int[] grams) {

    private static final int[] NONE = {};

    /** Without n-grams. */
    public static Features dense(float[] dense) {
        return new Features(dense, NONE);
    }

    /** How much each n-gram counts: all of a text's together have the length 1. */
    double gramValue() {
        return grams.length == 0 ? 0 : 1 / Math.sqrt(grams.length);
    }
}
