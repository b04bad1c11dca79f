package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.Scored;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a routing decision goes by.
 *
 * @param departments in their configured order
 * @param matches the rules that match, in their configured order
 * @param analysis what was understood; null when nothing was
 * @param mention what was said
 */
record Evidence(
        List<Department> departments,
        List<RuleBook.Match> matches,
        @Nullable Analysis analysis,
        Mention mention) {

    private static final Analysis.Noise TEST = new Analysis.Noise(Analysis.Noise.TEST, "it only tries the line");
    private static final Analysis.Noise BY_BOT =
            new Analysis.Noise(Analysis.Noise.BOT, "the platform calls its author a bot");
    private static final Analysis.Noise BY_US =
            new Analysis.Noise(Analysis.Noise.OWN_ACCOUNT, "its author is one of the source's own accounts");

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

    /** Why it looks as if it concerned nobody; null when it does not. */
    Analysis.@Nullable Noise noise() {
        if (mention.triesTheLine()) {
            return TEST;
        }
        return switch (speaker()) {
            case OWN -> BY_US;
            case BOT -> BY_BOT;
            case PERSON -> analysis == null ? null : analysis.noise();
        };
    }

    /** Whether it concerns none of the departments, whatever words it holds. */
    boolean saidByUs() {
        return mention.triesTheLine() || speaker() == Author.Kind.OWN;
    }

    private Author.Kind speaker() {
        Author author = mention.author();
        return author == null ? Author.Kind.PERSON : author.kind();
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
