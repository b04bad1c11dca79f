package dev.earshot.core.metrics;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseMark;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people's work adds to the counts. The sums always are those of the cases as they stand: a step adds what the case
 * counts for afterwards and takes away what it counted for before, so that nothing is counted twice, however often a
 * case is reopened. A case counts in the hour in which it was first opened; that it was resolved counts in the hour of
 * that, too. A rerouted case counts as rerouted alone: it is another department's now.
 */
public final class Work {

    private final Map<Instant, Map<String, Long>> sums = new TreeMap<>();

    private Work() {}

    /** What to add, by hour and name, none of it 0; what is taken away is negative. */
    public static Map<Instant, Map<String, Long>> between(Case before, Case after) {
        Work work = new Work();
        work.count(before, -1);
        work.count(after, 1);
        if (corrects(before, after)) {
            work.add(cohort(after), Counted.CORRECTED, 1);
        }
        if (after.marks().contains(CaseMark.REPORTED) && !before.marks().contains(CaseMark.REPORTED)) {
            work.add(cohort(after), Counted.REPORTED, 1);
        }
        work.sums.values().forEach(counts -> counts.values().removeIf(sum -> sum == 0));
        work.sums.values().removeIf(Map::isEmpty);
        return work.sums;
    }

    /** The hour in which a case counts: that in which its department first got it. */
    public static Instant cohort(Case one) {
        return hour(
                one.history().isEmpty() ? one.openedAt() : one.history().get(0).at());
    }

    /** The hour of a time. */
    public static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    private void count(Case one, long times) {
        Instant hour = cohort(one);
        if (one.status() == CaseStatus.REROUTED) {
            add(hour, Counted.REROUTED, times);
            return;
        }
        if (one.acknowledgedAt() != null) {
            add(hour, Counted.ACKNOWLEDGED, times);
            add(hour, Counted.ACKNOWLEDGED_WITHIN + step(one, one.acknowledgedAt()), times);
        }
        if (one.status() == CaseStatus.DISMISSED) {
            add(hour, Counted.DISMISSED, times);
        }
        resolved(one, hour, one.outcome(), one.closedAt(), times);
    }

    private void resolved(Case one, Instant hour, @Nullable Outcome outcome, @Nullable Instant at, long times) {
        if (outcome == null || at == null) {
            return;
        }
        add(hour, Counted.RESOLVED, times);
        add(hour, Counted.OUTCOME + outcome.kind(), times);
        add(hour, Counted.RESOLVED_WITHIN + step(one, at), times);
        add(hour(at), Counted.RESOLVED_THEN, times);
    }

    /** Whether a person says that the case should not have come to its department. */
    private static boolean corrects(Case before, Case after) {
        if (!before.open() || after.open() || after.history().isEmpty()) {
            return false;
        }
        String action = after.history().get(after.history().size() - 1).action();
        return after.status() == CaseStatus.REROUTED || Step.NOT_OURS.equals(action);
    }

    private static int step(Case one, Instant at) {
        return TimeScale.step(Duration.between(one.openedAt(), at));
    }

    private void add(Instant hour, String name, long times) {
        sums.computeIfAbsent(hour, h -> new TreeMap<>()).merge(name, times, Long::sum);
    }
}
