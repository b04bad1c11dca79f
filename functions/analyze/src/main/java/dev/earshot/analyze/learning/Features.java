package dev.earshot.analyze.learning;

import java.util.Arrays;

/**
 * What a linear model sees of a text.
 *
 * @param dense what the transformer makes of it
 * @param grams the buckets of its n-grams, ascending; empty when the model looks at none
 * @param rarity for each of these n-grams, how much it counts beside the others
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Features(float[] dense, int[] grams, float[] rarity) {

    private static final int[] NONE = {};

    /** With n-grams that count alike. */
    public Features(float[] dense, int[] grams) {
        this(dense, grams, alike(grams.length));
    }

    /** Without n-grams. */
    public static Features dense(float[] dense) {
        return new Features(dense, NONE);
    }

    private static float[] alike(int grams) {
        float[] alike = new float[grams];
        Arrays.fill(alike, 1);
        return alike;
    }

    /** How much an n-gram of rarity 1 counts: all of a text's together have the length 1. */
    double gramValue() {
        double square = 0;
        for (float rare : rarity) {
            square += (double) rare * rare;
        }
        return square == 0 ? 0 : 1 / Math.sqrt(square);
    }
}
