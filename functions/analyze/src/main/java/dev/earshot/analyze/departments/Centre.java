package dev.earshot.analyze.departments;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What all embeddings have in common: the mean of those of the packaged examples. Taken away, unlike texts stand at right
 * angles, so that a lesson about one does not move the other.
 */
public final class Centre {

    /** How many numbers an embedding has. */
    public static final int WIDTH = 384;

    private static final String RESOURCE = "/weights/centre";
    private static final float[] MEAN = read();

    private Centre() {}

    /** Where an embedding of the packaged length points from the centre, with the length 1. */
    static float[] direction(float[] embedding) {
        float[] direction = new float[embedding.length];
        double length = Math.max(Math.sqrt(square(embedding)), 1e-6);
        for (int d = 0; d < direction.length; d++) {
            direction[d] = (float) (embedding[d] / length) - MEAN[d];
        }
        return unit(direction);
    }

    /** Makes an array's length 1, in place. */
    static float[] unit(float[] direction) {
        double off = Math.max(Math.sqrt(square(direction)), 1e-6);
        for (int d = 0; d < direction.length; d++) {
            direction[d] /= (float) off;
        }
        return direction;
    }

    /** How alike two directions are, from -1 to 1. */
    static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int d = 0; d < one.length; d++) {
            product += (double) one[d] * other[d];
        }
        return product;
    }

    private static double square(float[] numbers) {
        double square = 0;
        for (float number : numbers) {
            square += (double) number * number;
        }
        return square;
    }

    private static float[] read() {
        try (InputStream resource = Centre.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the weights of 'centre' are not packaged");
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(resource));
            float[] mean = new float[WIDTH];
            if (in.readInt() != WIDTH) {
                throw new IOException("it has another width");
            }
            for (int d = 0; d < WIDTH; d++) {
                mean[d] = in.readFloat();
            }
            return mean;
        } catch (IOException e) {
            throw new IllegalStateException("the weights of 'centre' cannot be read", e);
        }
    }
}
