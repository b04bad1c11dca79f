package dev.earshot.analyze.learning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, pairs of words and parts of words of a text, each as the number of a bucket. */
public final class NGrams {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']++|[!?]++|[.]{2,}+");
    private static final int MOST_WORDS = 400;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private NGrams() {}

    /**
     * The buckets of a text's n-grams, ascending, each once.
     *
     * @param buckets how many there are, a power of two
     */
    public static int[] of(String text, int buckets) {
        SortedSet<Integer> found = new TreeSet<>();
        String before = "^";
        for (String word : words(text)) {
            found.add(bucket('w', word, buckets));
            found.add(bucket('p', before + ' ' + word, buckets));
            addParts('<' + word + '>', buckets, found);
            before = word;
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('’', '\'');
        Matcher matcher = WORD.matcher(folded.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (words.size() < MOST_WORDS && matcher.find()) {
            String word = matcher.group();
            words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
        }
        return words;
    }

    private static void addParts(String word, int buckets, Set<Integer> found) {
        for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                found.add(bucket('c', word.substring(from, from + length), buckets));
            }
        }
    }

    private static int bucket(char kind, String gram, int buckets) {
        int hash = (FNV_OFFSET ^ kind) * FNV_PRIME;
        for (int i = 0; i < gram.length(); i++) {
            hash = (hash ^ gram.charAt(i)) * FNV_PRIME;
        }
        return (hash ^ (hash >>> 15)) & (buckets - 1);
    }
}
