package dev.earshot.core.routing;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.ReportedBy;
import java.util.List;
import java.util.Optional;

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

    /** The department that anonymous reports go to. */
    private static final String SAFETY = "safety";

    private final RuleBook rules;

    public Router(RuleBook rules) {
        this.rules = rules;
    }

    /** The decision for a mention that has words; a tombstone concerns no further department. */
    public Decision decide(AnalyzedMention analyzed) {
        if (analyzed.mention().deleted()) {
            return new Decision.Unrouted();
        }
        ReportedBy reportedBy = analyzed.mention().reportedBy();
        if (reportedBy != null && Boolean.TRUE.equals(reportedBy.anonymous())) {
            Optional<Decision> confidential = confidential();
            if (confidential.isPresent()) {
                return confidential.get();
            }
        }
        Evidence evidence = new Evidence(
                rules.departments(), rules.match(RuleEvent.of(analyzed)), analyzed.analysis(), analyzed.mention());
        RoutingDraft draft = new RoutingDraft();
        POLICIES.forEach(policy -> policy.apply(evidence, draft));
        return draft.decision(rules.departments());
    }

    /** Whoever wants to stay unknown is heard by one department alone; by rules and scores where there is none such. */
    private Optional<Decision> confidential() {
        Because because = new Because(
                Because.Kind.SAFETY, "anonymous", "Somebody of the company reported it and wants to stay unknown.");
        return rules.departments().stream()
                .filter(department -> department.id().equals(SAFETY))
                .map(department -> new Decision.Assignment(department, Priority.HIGH, List.of(because)))
                .<Decision>map(assignment -> new Decision.Routed(List.of(assignment)))
                .findFirst();
    }
}
