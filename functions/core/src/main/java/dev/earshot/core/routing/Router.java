package dev.earshot.core.routing;

import dev.earshot.core.analysis.AnalyzedMention;
import java.util.List;

/** Decides which departments a mention concerns, by a list of small policies. */
public final class Router {

    /** Every policy, in the order in which they speak. */
    static final List<RoutingPolicy> POLICIES = List.of(
            RoutingPolicy.ASSIGN_BY_RULE,
            RoutingPolicy.ASSIGN_BY_SCORE,
            RoutingPolicy.EXCLUDE_BY_RULE,
            RoutingPolicy.PRIORITISE_BY_RULE,
            RoutingPolicy.NOISE_UNLESS_ASSIGNED,
            RoutingPolicy.NOISE_UNLESS_URGENT,
            RoutingPolicy.OWN_WORDS_ARE_NOISE);

    private final RuleBook rules;

    public Router(RuleBook rules) {
        this.rules = rules;
    }

    /** The decision for a mention that has words; a tombstone concerns no further department. */
    public Decision decide(AnalyzedMention analyzed) {
        if (analyzed.mention().deleted()) {
            return new Decision.Unrouted();
        }
        Evidence evidence = new Evidence(
                rules.departments(), rules.match(RuleEvent.of(analyzed)), analyzed.analysis(), analyzed.mention());
        RoutingDraft draft = new RoutingDraft();
        POLICIES.forEach(policy -> policy.apply(evidence, draft));
        return draft.decision(rules.departments());
    }
}
