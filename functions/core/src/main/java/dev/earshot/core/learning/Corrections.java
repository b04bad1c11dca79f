package dev.earshot.core.learning;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.Step;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which of people's steps say that a mention was routed wrongly, or rightly after all. */
public final class Corrections {

    private Corrections() {}

    /**
     * What a step teaches: a rerouted case does not concern its department but the other, what is dismissed as not ours
     * does not concern it, and who reopens either takes that back. Other steps teach nothing.
     *
     * @param before the case that the step was taken with, as it was
     */
    public static List<Corrected> of(Case before, Step step, Caller caller, Instant at) {
        List<Corrected> corrections = new ArrayList<>();
        if (step instanceof Step.Reroute reroute) {
            corrections.add(corrected(before, before.department(), false, caller, at));
            corrections.add(corrected(before, reroute.department(), true, caller, at));
        } else if (step instanceof Step.Dismiss dismiss && dismiss.notOurs()) {
            corrections.add(corrected(before, before.department(), false, caller, at));
        } else if (step instanceof Step.Reopen && wasSentAway(before)) {
            corrections.add(corrected(before, before.department(), true, caller, at));
        }
        return corrections;
    }

    /** What it teaches that somebody opened a department's case about a mention which concerned nobody before. */
    public static List<Corrected> given(Case opened, Caller caller, Instant at) {
        return List.of(corrected(opened, opened.department(), true, caller, at));
    }

    private static boolean wasSentAway(Case one) {
        return one.status() == CaseStatus.REROUTED
                || (one.status() == CaseStatus.DISMISSED && Step.NOT_OURS.equals(lastDismissal(one)));
    }

    private static String lastDismissal(Case one) {
        return one.history().stream()
                .map(HistoryEntry::action)
                .filter(action -> action.startsWith(Step.DISMISSED))
                .reduce("", (earlier, later) -> later);
    }

    private static Corrected corrected(Case about, String department, boolean belongs, Caller caller, Instant at) {
        String by = MentionId.fingerprint("person\n" + caller.subject());
        return new Corrected(about.mentionId(), department, belongs, by, at);
    }
}
