package dev.earshot.analyze.departments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What people's corrections add to the packaged model: for each class a direction, so that texts that say alike move
 * alike, and others stay. Immutable by agreement; safe for use by many threads.
 *
 * @param ids of the classes, in the packaged model's order
 * @param weights for each class, one for each number of an embedding
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Correction(List<String> ids, float[][] weights) {

    private static final int MOST_CLASSES = 64;
    private static final int WIDEST = 4_096;
    private static final int CHECKSUM = 32;

    public Correction {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() != weights.length) {
            throw new IllegalArgumentException("each class has a direction");
        }
    }

    /** The logits of a text, corrected. */
    public double[] apply(double[] logits, float[] embedding) {
        double[] corrected = logits.clone();
        float[] direction = Centre.direction(embedding);
        for (int k = 0; k < corrected.length; k++) {
            for (int d = 0; d < direction.length; d++) {
                corrected[k] += (double) weights[k][d] * direction[d];
            }
        }
        return corrected;
    }

    /** Whether it was learned for the classes of this model: what was learned for others says nothing about it. */
    public boolean isFor(DepartmentModel model) {
        return ids.equals(model.ids());
    }

    /** Some 12 KB, which begin with the SHA-256 of the rest. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(ids.size());
            out.writeInt(weights[0].length);
            for (int k = 0; k < weights.length; k++) {
                out.writeUTF(ids.get(k));
                for (float weight : weights[k]) {
                    out.writeFloat(weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] body = bytes.toByteArray();
        byte[] whole = Arrays.copyOf(sha256(body), CHECKSUM + body.length);
        System.arraycopy(body, 0, whole, CHECKSUM, body.length);
        return whole;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IOException when it is anything else, or was changed on the way
     */
    public static Correction of(byte[] whole) throws IOException {
        byte[] body = Arrays.copyOfRange(whole, Math.min(CHECKSUM, whole.length), whole.length);
        if (!MessageDigest.isEqual(sha256(body), Arrays.copyOf(whole, CHECKSUM))) {
            throw new IOException("the checksum of the correction is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        int classes = in.readInt();
        int width = in.readInt();
        if (classes < 1 || classes > MOST_CLASSES || width < 1 || width > WIDEST) {
            throw new IOException("this is no correction");
        }
        List<String> ids = new ArrayList<>();
        float[][] weights = new float[classes][width];
        for (int k = 0; k < classes; k++) {
            ids.add(in.readUTF());
            for (int d = 0; d < width; d++) {
                weights[k][d] = readFinite(in);
            }
        }
        return new Correction(ids, weights);
    }

    private static float readFinite(DataInputStream in) throws IOException {
        float weight = in.readFloat();
        if (!Float.isFinite(weight)) {
            throw new IOException("a weight of the correction is no number");
        }
        return weight;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
