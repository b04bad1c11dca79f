package dev.earshot.inbox.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.inbox.cases.CaseFilter.Happened;
import dev.earshot.inbox.cases.CaseFilter.Mood;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every figure that counts what happened leads to the cases that it counts. */
class CaseFilterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final Step.Resolve RESOLVE = new Step.Resolve(new Outcome(Outcome.Kind.FIXED, "It works again."));

    private final Case fresh = opened(new Because(Because.Kind.RULE, "support/r", "a rule"));
    private final Case taken = take(fresh, new Step.Acknowledge());
    private final Map<String, Case> cases = new TreeMap<>(Map.of(
            "fresh", fresh,
            "taken", taken,
            "resolved", take(fresh, RESOLVE),
            "dismissed", take(taken, new Step.Dismiss("A joke.", false)),
            "not ours", take(fresh, new Step.Dismiss("Not us.", true)),
            "not ours, reopened", take(take(fresh, new Step.Dismiss("Not us.", true)), new Step.Reopen("It is.")),
            "rerouted", take(fresh, new Step.Reroute("sales", "")),
            "rerouted here", opened(new Because(Because.Kind.PERSON, "sales", "Rerouted by Ada from sales")),
            "reported, too", take(taken, new Step.Report("Reported, too. They leave.")),
            "given", opened(new Because(Because.Kind.PERSON, "", "Given by Ada"))));

    @Test
    void whatHappenedIsFoundWhereverItStandsNow() {
        assertEquals(
                Set.of("taken", "reported, too", "resolved", "dismissed", "not ours"),
                found(Happened.ACKNOWLEDGED, "support"));
        assertEquals(Set.of("reported, too"), found(Happened.REPORTED, "support"));
        assertEquals(Set.of("resolved"), found(Happened.RESOLVED, "support"));
        assertEquals(Set.of("dismissed", "not ours"), found(Happened.DISMISSED, "support"));
        assertEquals(Set.of("resolved", "dismissed", "not ours"), found(Happened.FINISHED, "support"));
        assertEquals(Set.of("rerouted"), found(Happened.REROUTED, "support"));
    }

    @Test
    void whatWasCorrectedIsFoundWhereItWasWrong() {
        Set<String> wrong = Set.of("not ours", "not ours, reopened", "rerouted");
        assertEquals(wrong, found(Happened.CORRECTED, "support"));
        Set<String> everywhere = new TreeSet<>(wrong);
        everywhere.add("given");
        assertEquals(everywhere, found(Happened.CORRECTED, ""));
    }

    @Test
    void withoutSentimentIsAMoodOfItsOwn() {
        assertEquals(true, Mood.NONE.fits(null));
        assertEquals(false, Mood.NONE.fits(Sentiment.NEUTRAL));
        assertEquals(true, Mood.MIXED.fits(Sentiment.MIXED));
        assertEquals(false, Mood.MIXED.fits(null));
    }

    private Set<String> found(Happened happened, String department) {
        CaseFilter filter = new CaseFilter(
                Optional.of(department).filter(id -> !id.isEmpty()),
                CaseFilter.Show.OPEN,
                Optional.of(happened),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        Set<String> found = new TreeSet<>();
        cases.forEach((name, one) -> {
            if (filter.statuses().contains(one.status()) && filter.matches(one)) {
                found.add(name);
            }
        });
        return found;
    }

    private static Case take(Case one, Step step) {
        return one.take(step, "Ada", NOON).orElseThrow();
    }

    private static Case opened(Because because) {
        AnalyzedMention said = new AnalyzedMention(
                Mention.of("our-forum", "standard-webhooks", "post-1")
                        .text("It broke.")
                        .heard(NOON),
                Analysis.languageOnly(null));
        Department support = new Department("support", "Support", null, "", null, null, List.of(), List.of());
        return Case.opened(said, new Assignment(support, Priority.NORMAL, List.of(because)), NOON);
    }
}
