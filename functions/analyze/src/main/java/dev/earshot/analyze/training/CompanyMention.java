package dev.earshot.analyze.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a company, labelled: a line of a file with the columns {@code text, primary, also, sentiment,
 * urgent} and perhaps {@code intent}.
 *
 * @param primary the department that it concerns first, or {@code noise}
 * @param also others that it concerns
 * @param sentiment a name of {@link dev.earshot.core.analysis.Sentiment}
 * @param intent null where the file has none
 */
public record CompanyMention(
        String text,
        String primary,
        Set<String> also,
        String sentiment,
        boolean urgent,
        @Nullable String intent) {

    public CompanyMention {
        also = Set.copyOf(also);
    }

    /** The mentions of a file. */
    public static List<CompanyMention> read(Path file) {
        return LabelledFile.table(file, "text", "primary", "also", "sentiment", "urgent").stream()
                .map(CompanyMention::of)
                .toList();
    }

    private static CompanyMention of(Map<String, String> row) {
        Set<String> also = Arrays.stream(row.getOrDefault("also", "").split("[, ]+", -1))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        return new CompanyMention(
                row.getOrDefault("text", ""),
                row.getOrDefault("primary", ""),
                also,
                row.getOrDefault("sentiment", ""),
                "yes".equals(row.get("urgent")),
                row.get("intent"));
    }
}
