package dev.earshot.analyze.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what was said of each class, and what follows from it; all shares in percent. */
final class Confusion {

    private static final int WIDEST_MATRIX = 12;

    private final List<String> classes;
    private final int[][] counts;

    Confusion(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
    }

    void add(String actual, String said) {
        counts[classes.indexOf(actual)][classes.indexOf(said)]++;
    }

    double accuracy() {
        int right = 0;
        int all = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
            all += actual(k);
        }
        return percent(right, all);
    }

    double macroRecall() {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += percent(counts[k][k], actual(k));
        }
        return sum / counts.length;
    }

    double macroF1() {
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += percent(2 * counts[k][k], actual(k) + said(k));
        }
        return sum / counts.length;
    }

    /** How much of what was said to be of a class is. */
    double precision(String one) {
        int k = classes.indexOf(one);
        return percent(counts[k][k], said(k));
    }

    /** How much of a class was said to be of it. */
    double recall(String one) {
        int k = classes.indexOf(one);
        return percent(counts[k][k], actual(k));
    }

    private int actual(int k) {
        int sum = 0;
        for (int count : counts[k]) {
            sum += count;
        }
        return sum;
    }

    private int said(int k) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[k];
        }
        return sum;
    }

    static double percent(int part, int all) {
        return all == 0 ? 0 : 100.0 * part / all;
    }

    /** The matrix for people, a row for each class, what was said in columns; nothing where it would be too wide. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (classes.size() > WIDEST_MATRIX) {
            return lines;
        }
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-12s", "is \\ said"));
        classes.forEach(name -> head.append(String.format(Locale.ROOT, " %10s", name)));
        lines.add(head.toString());
        for (int k = 0; k < counts.length; k++) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-12s", classes.get(k)));
            for (int count : counts[k]) {
                row.append(String.format(Locale.ROOT, " %10d", count));
            }
            lines.add(row.toString());
        }
        return lines;
    }
}
