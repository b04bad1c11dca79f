package dev.earshot.bench;

import dev.earshot.analyze.training.CompanyMention;
import dev.earshot.analyze.training.LabelledFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with its class.
 *
 * @param text what was said
 * @param label the class
 * @param right the classes that count as right, {@code label} among them
 */
record Labelled(String text, String label, Set<String> right) {

    /** Posts with sentiments, {@code label TAB text}. */
    static List<Labelled> posts(Path file) {
        return LabelledFile.read(file).stream()
                .map(row -> new Labelled(row.text(), row.label(), Set.of(row.label())))
                .toList();
    }

    /** Company mentions with departments. */
    static List<Labelled> mentions(List<Path> files) {
        List<Labelled> all = new ArrayList<>();
        for (Path file : files) {
            for (CompanyMention one : CompanyMention.read(file)) {
                Set<String> right = new HashSet<>(one.also());
                right.add(one.primary());
                all.add(new Labelled(one.text(), one.primary(), right));
            }
        }
        return all;
    }
}
