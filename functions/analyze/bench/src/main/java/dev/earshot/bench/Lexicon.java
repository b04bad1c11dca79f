package dev.earshot.bench;

import dev.earshot.core.mention.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What word lists can do: a word speaks for a class by how much oftener it occurs there, as a logarithm; the class with the
 * largest sum wins. Its words are those of the examples, because no word list with a free licence is at hand.
 */
final class Lexicon implements Function<String, List<String>> {

    private static final int RAREST = 5;

    private final List<String> classes;
    private final Map<String, double[]> words = new HashMap<>();

    Lexicon(List<Labelled> examples) {
        classes =
                List.copyOf(new TreeSet<>(examples.stream().map(Labelled::label).toList()));
        double[] texts = new double[classes.size()];
        Map<String, double[]> counts = new HashMap<>();
        for (Labelled example : examples) {
            int k = classes.indexOf(example.label());
            texts[k]++;
            Text.words(example.text())
                    .forEach(word -> counts.computeIfAbsent(word, unseen -> new double[classes.size()])[k]++);
        }
        counts.forEach((word, count) -> learn(word, count, texts));
    }

    private void learn(String word, double[] count, double[] texts) {
        double all = 0;
        double total = 0;
        for (int k = 0; k < count.length; k++) {
            all += count[k];
            total += texts[k];
        }
        if (all < RAREST) {
            return;
        }
        double[] weights = new double[count.length];
        for (int k = 0; k < count.length; k++) {
            weights[k] = Math.log((count[k] + 0.5) / (texts[k] + 1)) - Math.log((all + 0.5) / (total + 1));
        }
        words.put(word, weights);
    }

    /** The classes, likeliest first. */
    @Override
    public List<String> apply(String text) {
        double[] sums = new double[classes.size()];
        for (String word : Text.words(text)) {
            double[] weights = words.get(word);
            for (int k = 0; weights != null && k < sums.length; k++) {
                sums[k] += weights[k];
            }
        }
        return ranked(classes, sums);
    }

    static List<String> ranked(List<String> classes, double[] scores) {
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < scores.length; k++) {
            order.add(k);
        }
        order.sort(Comparator.comparingDouble(k -> -scores[k]));
        return order.stream().map(classes::get).toList();
    }
}
