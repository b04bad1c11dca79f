package dev.earshot.analyze.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an evaluation prints: lines for people, and lines {@code name: value}. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    Report text(List<String> some) {
        lines.addAll(some);
        return this;
    }

    Report number(String name, int value) {
        lines.add(name + ": " + value);
        return this;
    }

    /** A share in percent, with two decimals. */
    Report percent(String name, double value) {
        lines.add(String.format(Locale.ROOT, "%s: %.2f", name, value));
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
