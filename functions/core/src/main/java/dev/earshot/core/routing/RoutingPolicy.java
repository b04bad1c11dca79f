package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import java.util.List;

/** One small named step of a routing decision; {@link Router#POLICIES} is their order. */
@FunctionalInterface
interface RoutingPolicy {

    /** Changes the decision in the making according to the rules that matched. */
    void apply(List<RuleBook.Match> matches, RoutingDraft draft);

    /** A matching {@code assign} rule gives the mention to its department. */
    RoutingPolicy ASSIGN_BY_RULE = (matches, draft) -> matches.stream()
            .filter(match -> match.rule().action() == RuleAction.ASSIGN)
            .forEach(match -> draft.assign(match.department(), match.rule().atLeast(), reason(match)));

    /** A matching {@code exclude} rule takes it away again. */
    RoutingPolicy EXCLUDE_BY_RULE = (matches, draft) -> matches.stream()
            .filter(match -> match.rule().action() == RuleAction.EXCLUDE)
            .forEach(match -> draft.exclude(match.department()));

    /** A matching {@code prioritise} rule raises the priority of its department's case. */
    RoutingPolicy PRIORITISE_BY_RULE = (matches, draft) -> matches.stream()
            .filter(match -> match.rule().action() == RuleAction.PRIORITISE)
            .forEach(match -> draft.raise(match.department(), match.rule().atLeast(), reason(match)));

    /** A matching {@code noise} rule sets the mention aside, but never one that somebody must see at once. */
    RoutingPolicy NOISE_UNLESS_URGENT = (matches, draft) -> matches.stream()
            .filter(match -> match.rule().action() == RuleAction.NOISE && !draft.urgent())
            .findFirst()
            .ifPresent(match -> draft.setAside(new Analysis.Noise("RULE", ref(match))));

    private static Because reason(RuleBook.Match match) {
        return new Because(Because.Kind.RULE, ref(match), match.rule().name());
    }

    private static String ref(RuleBook.Match match) {
        return match.department().id() + "/" + match.rule().name();
    }
}
