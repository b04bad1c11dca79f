package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.Scored;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a routing decision goes by.
 *
 * @param departments in their configured order
 * @param matches the rules that match, in their configured order
 * @param analysis what was understood; null when nothing was
 */
record Evidence(
        List<Department> departments,
        List<RuleBook.Match> matches,
        @Nullable Analysis analysis) {

    /** A department whose score is over its threshold. */
    record Fitting(Department department, double score) {}

    Stream<RuleBook.Match> matches(RuleAction action) {
        return matches.stream().filter(match -> match.rule().action() == action);
    }

    Stream<Fitting> fitting() {
        return departments.stream()
                .map(department -> new Fitting(department, score(department)))
                .filter(fitting -> fitting.score() >= Analysis.FITS);
    }

    Analysis.@Nullable Noise noise() {
        return analysis == null ? null : analysis.noise();
    }

    boolean urgent() {
        return analysis != null && analysis.urgent();
    }

    private double score(Department department) {
        return analysis == null
                ? 0
                : analysis.departments().stream()
                        .filter(scored -> scored.id().equals(department.id()))
                        .mapToDouble(Scored::score)
                        .findFirst()
                        .orElse(0);
    }
}
