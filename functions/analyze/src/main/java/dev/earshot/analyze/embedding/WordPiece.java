package dev.earshot.analyze.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's uncased tokenizer: text to the ids of word pieces. Characters are cleaned, split from punctuation and from
 * each other where they are Chinese, freed of accents and lower-cased; then each word is cut greedily into the longest
 * pieces that the vocabulary has. Immutable; safe for use by many threads.
 */
public final class WordPiece {

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUES = "##";

    private final Map<String, Integer> ids;
    private final int unknown;

    /** A tokenizer over a vocabulary, from pieces to their ids, with {@code [UNK]}. */
    public WordPiece(Map<String, Integer> vocabulary) {
        ids = Map.copyOf(vocabulary);
        unknown = id("[UNK]");
    }

    /** The id of a piece that the vocabulary must have. */
    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return id;
    }

    /** The ids of a text, without those that mark its beginning and end. */
    public List<Integer> encode(String text) {
        List<Integer> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalized(text).codePoints().forEach(c -> {
            if (isSpace(c)) {
                flush(word, out);
            } else if (isPunctuation(c) || isChinese(c)) {
                flush(word, out);
                flush(word.appendCodePoint(c), out);
            } else {
                word.appendCodePoint(c);
            }
        });
        flush(word, out);
        return out;
    }

    private static String normalized(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> isSpace(c) || !isInvisible(c)).forEach(clean::appendCodePoint);
        StringBuilder bare = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private void flush(StringBuilder word, List<Integer> out) {
        if (word.length() > 0) {
            cut(word.toString(), out);
            word.setLength(0);
        }
    }

    private void cut(String word, List<Integer> out) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        boolean tooLong = word.codePointCount(0, word.length()) > LONGEST_WORD;
        while (from < word.length() && !tooLong) {
            int end = word.length();
            Integer id = null;
            while (end > from && id == null) {
                id = ids.get((from == 0 ? "" : CONTINUES) + word.substring(from, end));
                end = id == null ? word.offsetByCodePoints(end, -1) : end;
            }
            if (id == null) {
                tooLong = true;
            } else {
                pieces.add(id);
                from = end;
            }
        }
        if (tooLong) {
            out.add(unknown);
        } else {
            out.addAll(pieces);
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (Character.isWhitespace(c) && !Character.isISOControl(c))
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        };
    }

    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
