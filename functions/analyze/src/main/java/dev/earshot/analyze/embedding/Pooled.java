package dev.earshot.analyze.embedding;

import java.util.List;

/** Sums of layers' states over pieces, of one window or several. */
final class Pooled {

    private static final int LAYERS = 3;

    private final double[][] firsts = new double[LAYERS][Encoder.WIDTH];
    private final double[][] sums = new double[LAYERS][Encoder.WIDTH];

    /**
     * Adds the pieces {@code from} to {@code to} of a window.
     *
     * @param layers two inner ones and the last
     */
    void add(List<float[]> layers, int from, int to) {
        for (int layer = 0; layer < LAYERS; layer++) {
            float[] states = layers.get(layer);
            for (int d = 0; d < Encoder.WIDTH; d++) {
                firsts[layer][d] += (double) states[d] * (to - from);
            }
            for (int piece = from; piece < to; piece++) {
                for (int d = 0; d < Encoder.WIDTH; d++) {
                    sums[layer][d] += states[piece * Encoder.WIDTH + d];
                }
            }
        }
    }

    /** The last state of what stands for the whole, of length 1; over windows the mean by their lengths. */
    float[] first() {
        return unit(firsts[2]);
    }

    /** The means of the last layer and of the inner ones, the later first, each of length 1. */
    float[] means() {
        return joined(List.of(unit(sums[2]), unit(sums[1]), unit(sums[0])));
    }

    /** The first, the means, and what stood for the whole in the inner layers, the later first. */
    float[] features() {
        return joined(List.of(first(), means(), unit(firsts[1]), unit(firsts[0])));
    }

    private static float[] unit(double[] sum) {
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        double factor = square == 0 ? 0 : 1 / Math.sqrt(square);
        float[] unit = new float[sum.length];
        for (int d = 0; d < sum.length; d++) {
            unit[d] = (float) (sum[d] * factor);
        }
        return unit;
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
