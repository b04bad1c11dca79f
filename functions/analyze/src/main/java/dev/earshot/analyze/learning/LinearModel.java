package dev.earshot.analyze.learning;

/**
 * Scores of classes that are sums over what is seen of a text. Immutable by agreement; safe for use by many threads.
 *
 * @param bias one number for each class
 * @param dense for each class, a weight for each number of the transformer's, or for the first of them: a model may look
 *     at fewer than there are
 * @param grams for each class, a weight for each bucket of n-grams; of length 0 when it looks at none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record LinearModel(float[] bias, float[][] dense, float[][] grams) {

    /** How many classes there are. */
    public int classes() {
        return bias.length;
    }

    /** How many buckets of n-grams it looks at; 0 for none. */
    public int buckets() {
        return grams[0].length;
    }

    /** The classes' scores, as logarithms of their odds up to a constant. */
    public double[] logits(Features features) {
        double[] logits = new double[classes()];
        double gramValue = features.gramValue();
        for (int k = 0; k < logits.length; k++) {
            double sum = 0;
            if (grams[k].length > 0) {
                for (int i = 0; i < features.grams().length; i++) {
                    sum += grams[k][features.grams()[i]] * features.rarity()[i];
                }
            }
            logits[k] = bias[k] + dot(dense[k], features.dense()) + sum * gramValue;
        }
        return logits;
    }

    /** The classes' probabilities, summing to 1. */
    public double[] probabilities(Features features) {
        return softmax(logits(features));
    }

    /** Turns logarithms into shares of 1; the same on every Java. */
    public static double[] softmax(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = StrictMath.exp(logits[k] - most);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** In eight sums, which a processor adds side by side. */
    static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
