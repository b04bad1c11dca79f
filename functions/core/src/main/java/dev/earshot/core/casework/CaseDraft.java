package dev.earshot.core.casework;

import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case on its way to its next version. */
final class CaseDraft {

    private final Case before;
    private CaseStatus status;
    private Priority priority;
    private List<Because> because;
    private @Nullable String assignee;
    private Instant openedAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant closedAt;
    private @Nullable Outcome outcome;
    private final Set<CaseMark> marks = EnumSet.noneOf(CaseMark.class);
    private List<HistoryEntry> history;
    private MentionGlance mention;

    private CaseDraft(Case before) {
        this.before = before;
        this.status = before.status();
        this.priority = before.priority();
        this.because = before.because();
        this.assignee = before.assignee();
        this.openedAt = before.openedAt();
        this.dueAt = before.dueAt();
        this.acknowledgedAt = before.acknowledgedAt();
        this.closedAt = before.closedAt();
        this.outcome = before.outcome();
        this.marks.addAll(before.marks());
        this.history = before.history();
        this.mention = before.mention();
    }

    static CaseDraft of(Case before) {
        return new CaseDraft(before);
    }

    /** Where the case stands after a step that is allowed. */
    CaseDraft take(Step step, String by, Instant now) {
        if (step instanceof Step.Acknowledge) {
            status = CaseStatus.ACKNOWLEDGED;
            acknowledgedAt = now;
            assignee = assignee == null ? by : assignee;
        } else if (step instanceof Step.Resolve resolve) {
            close(CaseStatus.RESOLVED, by, now);
            outcome = resolve.outcome();
        } else if (step instanceof Step.Dismiss dismiss) {
            close(CaseStatus.DISMISSED, by, now);
            if (dismiss.notOurs()) {
                marks.add(CaseMark.CORRECTED);
            }
        } else if (step instanceof Step.Reroute) {
            status = CaseStatus.REROUTED;
            closedAt = now;
            marks.add(CaseMark.CORRECTED);
        } else if (step instanceof Step.Reopen) {
            reopen();
        } else if (step instanceof Step.Assign assign) {
            assignee = assign.to();
        } else if (step instanceof Step.Report) {
            marks.add(CaseMark.REPORTED);
        }
        return this;
    }

    /** The case as its department gets it anew, with what it had before in its history. */
    CaseDraft reopenedAs(Case fresh) {
        reopen();
        assignee = null;
        priority = fresh.priority();
        because = fresh.because();
        openedAt = fresh.openedAt();
        dueAt = fresh.dueAt();
        return this;
    }

    CaseDraft showing(MentionGlance now) {
        mention = now;
        return this;
    }

    CaseDraft withoutPeoplesWords() {
        because = because.stream()
                .map(one -> one.kind() == Because.Kind.PERSON ? new Because(one.kind(), one.ref(), Case.ERASED) : one)
                .toList();
        outcome = outcome == null ? null : new Outcome(outcome.kind(), Case.ERASED);
        history = history.stream()
                .map(one -> one.by().equals(HistoryEntry.SYSTEM)
                        ? one
                        : new HistoryEntry(one.at(), one.by(), one.action(), Case.ERASED))
                .toList();
        return this;
    }

    /** The next version, with what happened written down. */
    Case noting(HistoryEntry entry) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return new Case(
                before.id(),
                status,
                priority,
                because,
                assignee,
                openedAt,
                dueAt,
                acknowledgedAt,
                closedAt,
                outcome,
                marks,
                before.version() + 1,
                Case.bounded(longer),
                mention);
    }

    private void close(CaseStatus how, String by, Instant now) {
        status = how;
        closedAt = now;
        acknowledgedAt = acknowledgedAt == null ? now : acknowledgedAt;
        assignee = assignee == null ? by : assignee;
    }

    private void reopen() {
        status = CaseStatus.NEW;
        acknowledgedAt = null;
        closedAt = null;
        outcome = null;
    }
}
