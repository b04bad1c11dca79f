package dev.earshot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How right the baselines are; {@code ./earshot evaluate} measures the analyzer itself.
 *
 * <pre>Accuracy sentiment TRAIN TEST | Accuracy routing TEST TRAIN...</pre>
 */
public final class Accuracy {

    private Accuracy() {}

    /** Learns both baselines and prints how right they are, in percent. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        boolean routing = arguments[0].equals("routing");
        List<Labelled> train =
                routing ? Labelled.mentions(files.subList(1, files.size())) : Labelled.posts(files.get(0));
        List<Labelled> test = routing ? Labelled.mentions(files.subList(0, 1)) : Labelled.posts(files.get(1));
        out.println("lexicon: " + measure(new Lexicon(train), test));
        out.println("n-grams: " + measure(new NGramModel(train), test));
    }

    private static String measure(Function<String, List<String>> model, List<Labelled> test) {
        Map<String, int[]> byClass = new HashMap<>();
        int first = 0;
        int second = 0;
        for (Labelled one : test) {
            List<String> ranking = model.apply(one.text());
            int[] count = byClass.computeIfAbsent(one.label(), unseen -> new int[2]);
            count[0] += ranking.get(0).equals(one.label()) ? 1 : 0;
            count[1]++;
            first += one.right().contains(ranking.get(0)) ? 1 : 0;
            second += ranking.stream().limit(2).anyMatch(one.right()::contains) ? 1 : 0;
        }
        double recall = byClass.values().stream()
                .mapToDouble(count -> (double) count[0] / count[1])
                .average()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "texts %d, macro recall %.1f, top-1 %.1f, top-2 %.1f",
                test.size(),
                100 * recall,
                100.0 * first / test.size(),
                100.0 * second / test.size());
    }
}
