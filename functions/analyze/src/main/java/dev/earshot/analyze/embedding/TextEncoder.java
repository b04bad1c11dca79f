package dev.earshot.analyze.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as numbers: bge-small-en-v1.5, quantised, which knows English. Texts longer than 254 pieces are read in windows:
 * their first three and their last. Safe for use by many threads.
 */
public final class TextEncoder implements AutoCloseable {

    /** The model's name, which embeddings carry. */
    public static final String MODEL = "bge-small-en-v1.5-q";

    /** How many numbers the departments' head looks at. */
    public static final int FEATURES = 6 * Encoder.WIDTH;

    /** At how many of them, the first, the other heads look. */
    public static final int COMMON = 4 * Encoder.WIDTH;

    private static final List<Integer> INNER_LAYERS = List.of(7, 9);
    private static final int WINDOW = 254;
    private static final int FIRST_WINDOWS = 3;
    private static final int MOST_SENTENCES = 24;

    private final WordPiece pieces;
    private final Encoder encoder;
    private final long begin;
    private final long end;

    private TextEncoder(WordPiece pieces, Encoder encoder) {
        this.pieces = pieces;
        this.encoder = encoder;
        this.begin = pieces.id("[CLS]");
        this.end = pieces.id("[SEP]");
    }

    /** The model that is packaged with the function. */
    public static TextEncoder packaged() {
        try (InputStream model = resource("/bge-small-en-v1.5-q.onnx");
                InputStream tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
            return new TextEncoder(new WordPiece(Vocabulary.read(tokenizer)), new Encoder(model, INNER_LAYERS));
        } catch (IOException e) {
            throw new IllegalStateException("the text model cannot be read", e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = TextEncoder.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(name + " is not packaged");
        }
        return resource;
    }

    /** Reads a text of any length and any characters; an empty one, too. */
    public Encoded encode(String text) {
        String wording = Wording.of(text);
        List<Long> ids = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (String sentence : Sentences.of(wording)) {
            pieces.encode(sentence).forEach(id -> ids.add((long) id));
            ends.add(ids.size());
        }
        Pooled whole = new Pooled();
        List<float[]> sentences = new ArrayList<>();
        for (int from : windows(ids.size())) {
            read(ids.subList(from, Math.min(ids.size(), from + WINDOW)), from, ends, whole, sentences);
        }
        return new Encoded(wording, whole.first(), whole.features(), sentences);
    }

    /** Of how many pieces a text is made; what is read of it may be fewer. */
    public int pieces(String text) {
        return Sentences.of(Wording.of(text)).stream()
                .mapToInt(sentence -> pieces.encode(sentence).size())
                .sum();
    }

    /** Where the windows begin. */
    private static List<Integer> windows(int pieces) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int from = WINDOW; from < pieces && starts.size() < FIRST_WINDOWS; from += WINDOW) {
            starts.add(from);
        }
        if (pieces > FIRST_WINDOWS * WINDOW) {
            starts.add(Math.max(FIRST_WINDOWS * WINDOW, pieces - WINDOW));
        }
        return starts;
    }

    private void read(List<Long> window, int from, List<Integer> ends, Pooled whole, List<float[]> sentences) {
        long[] ids = new long[window.size() + 2];
        ids[0] = begin;
        for (int i = 0; i < window.size(); i++) {
            ids[i + 1] = window.get(i);
        }
        ids[ids.length - 1] = end;
        List<float[]> layers = encoder.run(ids);
        whole.add(layers, window.isEmpty() ? 0 : 1, window.isEmpty() ? 2 : ids.length - 1);
        int start = from;
        for (int sentenceEnd : ends) {
            int stop = Math.min(sentenceEnd, from + window.size());
            if (stop > start && sentences.size() < MOST_SENTENCES) {
                Pooled sentence = new Pooled();
                sentence.add(layers, start - from + 1, stop - from + 1);
                sentences.add(sentence.means());
            }
            start = Math.max(start, stop);
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
