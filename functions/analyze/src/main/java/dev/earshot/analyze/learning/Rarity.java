package dev.earshot.analyze.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * How rare n-grams are among some texts: what stands in every text tells little of one. What stands in one text alone tells of
 * this text and not of others; it counts nothing. Immutable by agreement; safe for use by many threads.
 */
public final class Rarity {

    private static final int MOST_TEXTS = 0xFFFF;
    private static final int MOST_BUCKETS = 1 << 22;

    private final int texts;
    private final int[] counts;
    private final float[] rarity;

    private Rarity(int texts, int[] counts) {
        this.texts = texts;
        this.counts = counts;
        this.rarity = new float[counts.length];
        for (int g = 0; g < counts.length; g++) {
            rarity[g] = counts[g] < 2 ? 0 : (float) StrictMath.log((texts + 1) / (counts[g] + 0.5));
        }
    }

    /**
     * The rarity among some texts; of more than 65,535 the rest do not count.
     *
     * @param grams the buckets of the n-grams of each text, each once
     * @param buckets how many there are
     */
    public static Rarity among(List<int[]> grams, int buckets) {
        List<int[]> counted = grams.subList(0, Math.min(grams.size(), MOST_TEXTS));
        int[] counts = new int[buckets];
        for (int[] text : counted) {
            for (int gram : text) {
                counts[gram]++;
            }
        }
        return new Rarity(counted.size(), counts);
    }

    /** What a model that was learned with this rarity sees of a text. */
    public Features features(float[] dense, int[] grams) {
        float[] rare = new float[grams.length];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = rarity[grams[i]];
        }
        return new Features(dense, grams, rare);
    }

    /** Writes in how many texts each stood. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(texts);
        out.writeInt(counts.length);
        for (int count : counts) {
            out.writeShort(count);
        }
    }

    /** Reads what was written. */
    public static Rarity read(DataInputStream in) throws IOException {
        int texts = in.readInt();
        int buckets = in.readInt();
        if (texts < 0 || texts > MOST_TEXTS || buckets < 0 || buckets > MOST_BUCKETS) {
            throw new IOException("these are no counts of n-grams");
        }
        int[] counts = new int[buckets];
        for (int g = 0; g < buckets; g++) {
            counts[g] = in.readUnsignedShort();
        }
        return new Rarity(texts, counts);
    }
}
