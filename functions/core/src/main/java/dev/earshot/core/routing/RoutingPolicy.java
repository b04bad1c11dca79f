package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import java.util.Locale;

/** One small named step of a routing decision; {@link Router#POLICIES} is their order. */
@FunctionalInterface
interface RoutingPolicy {

    /** Changes the decision in the making according to what is known of the mention. */
    void apply(Evidence evidence, RoutingDraft draft);

    /** A matching {@code assign} rule gives the mention to its department. */
    RoutingPolicy ASSIGN_BY_RULE = (evidence, draft) -> evidence.matches(RuleAction.ASSIGN)
            .forEach(match -> draft.assign(match.department(), match.rule().atLeast(), reason(match)));

    /** A department whose score is over its threshold gets the mention, too, unless it looks like noise. */
    RoutingPolicy ASSIGN_BY_SCORE = (evidence, draft) -> {
        Priority priority = evidence.urgent() ? Priority.HIGH : Priority.NORMAL;
        evidence.fitting()
                .filter(fitting -> evidence.noise() == null && !draft.has(fitting.department()))
                .forEach(fitting -> draft.assign(fitting.department(), priority, reason(fitting)));
    };

    /** A matching {@code exclude} rule takes it away again. */
    RoutingPolicy EXCLUDE_BY_RULE = (evidence, draft) ->
            evidence.matches(RuleAction.EXCLUDE).forEach(match -> draft.exclude(match.department()));

    /** A matching {@code prioritise} rule raises the priority of its department's case. */
    RoutingPolicy PRIORITISE_BY_RULE = (evidence, draft) -> evidence.matches(RuleAction.PRIORITISE)
            .forEach(match -> draft.raise(match.department(), match.rule().atLeast(), reason(match)));

    /** What looks like noise, or comes from a machine, is set aside when no rule gives it to anybody. */
    RoutingPolicy NOISE_UNLESS_ASSIGNED = (evidence, draft) -> {
        Analysis.Noise noise = evidence.noise();
        if (noise != null && draft.isEmpty()) {
            draft.setAside(noise);
        }
    };

    /** A matching {@code noise} rule sets the mention aside, but never one that somebody must see at once. */
    RoutingPolicy NOISE_UNLESS_URGENT = (evidence, draft) -> evidence.matches(RuleAction.NOISE)
            .filter(match -> !draft.urgent())
            .findFirst()
            .ifPresent(match -> draft.setAside(new Analysis.Noise(Analysis.Noise.RULE, ref(match))));

    /** What the company itself says concerns none of its departments, whatever words it holds. */
    RoutingPolicy OWN_WORDS_ARE_NOISE = (evidence, draft) -> {
        Analysis.Noise noise = evidence.noise();
        if (noise != null && evidence.saidByUs()) {
            draft.setAside(noise);
        }
    };

    private static Because reason(RuleBook.Match match) {
        return new Because(Because.Kind.RULE, ref(match), match.rule().name());
    }

    private static Because reason(Evidence.Fitting fitting) {
        String score = String.format(Locale.ROOT, "%.2f", fitting.score());
        return new Because(
                Because.Kind.SCORE,
                fitting.department().id(),
                "reads like what " + fitting.department().name() + " is there for, score " + score);
    }

    private static String ref(RuleBook.Match match) {
        return match.department().id() + "/" + match.rule().name();
    }
}
