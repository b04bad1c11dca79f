package dev.earshot.analyze.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How a {@link LinearModel} is written: n-grams' weights as bytes, everything else as it is. */
public final class Weights {

    private static final int LARGEST = 127;
    private static final int MOST = 1 << 22;

    private Weights() {}

    /** The model as it will be after it was written and read. */
    public static LinearModel rounded(LinearModel model) {
        float[][] grams = new float[model.classes()][];
        for (int k = 0; k < grams.length; k++) {
            grams[k] = model.grams()[k].clone();
            float scale = scale(grams[k]);
            for (int g = 0; g < grams[k].length; g++) {
                grams[k][g] = quantised(grams[k][g], scale) * scale;
            }
        }
        return new LinearModel(model.bias(), model.dense(), grams);
    }

    /** Writes a model. */
    public static void write(LinearModel model, DataOutputStream out) throws IOException {
        out.writeInt(model.classes());
        out.writeInt(model.dense()[0].length);
        out.writeInt(model.buckets());
        for (int k = 0; k < model.classes(); k++) {
            out.writeFloat(model.bias()[k]);
            for (float weight : model.dense()[k]) {
                out.writeFloat(weight);
            }
            float scale = scale(model.grams()[k]);
            out.writeFloat(scale);
            for (float weight : model.grams()[k]) {
                out.writeByte(quantised(weight, scale));
            }
        }
    }

    /** Reads a model. */
    public static LinearModel read(DataInputStream in) throws IOException {
        int classes = bounded(in.readInt());
        int width = bounded(in.readInt());
        int buckets = bounded(in.readInt());
        float[] bias = new float[classes];
        float[][] dense = new float[classes][width];
        float[][] grams = new float[classes][buckets];
        for (int k = 0; k < classes; k++) {
            bias[k] = in.readFloat();
            for (int d = 0; d < width; d++) {
                dense[k][d] = in.readFloat();
            }
            float scale = in.readFloat();
            byte[] bytes = in.readNBytes(buckets);
            for (int g = 0; g < buckets; g++) {
                grams[k][g] = bytes[g] * scale;
            }
        }
        return new LinearModel(bias, dense, grams);
    }

    private static int bounded(int number) throws IOException {
        if (number < 0 || number > MOST) {
            throw new IOException("these are no weights");
        }
        return number;
    }

    private static float scale(float[] weights) {
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest / LARGEST;
    }

    private static int quantised(float weight, float scale) {
        return scale == 0 ? 0 : Math.round(weight / scale);
    }
}
