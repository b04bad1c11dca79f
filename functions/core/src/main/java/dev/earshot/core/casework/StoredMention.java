package dev.earshot.core.casework;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.AuthorKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored about one mention.
 *
 * @param mention its latest version
 * @param cases one per department that it concerns
 * @param awaitingNotice departments whose notice is not known to have been published
 * @param author stands for who said it, also after the author deleted it; null when that is not known
 */
public record StoredMention(
        AnalyzedMention mention,
        List<Case> cases,
        Set<String> awaitingNotice,
        @Nullable AuthorKey author) {

    public StoredMention {
        cases = List.copyOf(cases);
        awaitingNotice = Set.copyOf(awaitingNotice);
    }

    /** The department's case, if it has one. */
    public Optional<Case> caseOf(String department) {
        return cases.stream().filter(c -> c.department().equals(department)).findFirst();
    }
}
