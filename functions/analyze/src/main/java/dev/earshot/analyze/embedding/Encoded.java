package dev.earshot.analyze.embedding;

import java.util.List;

/**
 * A text as the transformer reads it.
 *
 * @param wording what it read
 * @param embedding what the text means as a whole, 384 numbers of length 1
 * @param features what the heads look at, 2,304 numbers: the embedding; the mean over the pieces of the last, of the
 *     tenth and of the eighth layer; and what stood for the whole in the tenth and in the eighth, each of length 1
 * @param sentences for each sentence the three means over its pieces alone, 1,152 numbers
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Encoded(String wording, float[] embedding, float[] features, List<float[]> sentences) {

    public Encoded {
        sentences = List.copyOf(sentences);
    }
}
