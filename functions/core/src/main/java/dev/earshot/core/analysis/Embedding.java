package dev.earshot.core.analysis;

import java.util.Base64;

/**
 * What a text means, as a direction: texts that say alike point alike.
 *
 * @param model which model told it; directions of different models cannot be compared
 * @param values one signed byte for each dimension, as Base64; at most 4,096 characters
 */
public record Embedding(String model, String values) {

    private static final int LONGEST = 4_096;
    private static final int SCALE = 127;

    public Embedding {
        if (model.isEmpty() || model.length() > 64 || values.length() > LONGEST) {
            throw new IllegalArgumentException("an embedding names its model and is at most 4,096 characters long");
        }
        Base64.getDecoder().decode(values);
    }

    /** The embedding in a direction, its largest number becoming 127 or -127. */
    public static Embedding of(String model, float[] direction) {
        float largest = 0;
        for (float value : direction) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[direction.length];
        for (int i = 0; i < bytes.length && largest > 0; i++) {
            bytes[i] = (byte) Math.round(direction[i] / largest * SCALE);
        }
        return new Embedding(model, Base64.getEncoder().encodeToString(bytes));
    }

    /** The bytes of the direction. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(values);
    }
}
