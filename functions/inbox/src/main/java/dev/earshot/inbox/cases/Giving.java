package dev.earshot.inbox.cases;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.learning.Corrections;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The use case: the listening team gives a mention that concerned nobody, be it unrouted or noise, to a department that
 * can act on it.
 */
public final class Giving {

    private static final int ATTEMPTS = 8;

    private final CaseStore store;
    private final Supplier<List<Department>> departments;
    private final CaseNotices notices;
    private final Consumer<List<Corrected>> lessons;
    private final Auditor auditor;
    private final Clock clock;

    /** @param lessons takes what was said of where a mention belongs; it never throws */
    public Giving(
            CaseStore store,
            Supplier<List<Department>> departments,
            CaseNotices notices,
            Consumer<List<Corrected>> lessons,
            Auditor auditor,
            Clock clock) {
        this.store = store;
        this.departments = departments;
        this.notices = notices;
        this.lessons = lessons;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * Opens a case for the department and tells its subscribers. An outage throws; asking again is safe.
     *
     * @param note why; may be empty
     */
    public StepAnswer give(Caller caller, MentionId id, String department, String note) {
        Department target = departments.get().stream()
                .filter(one -> one.id().equals(department))
                .findFirst()
                .orElse(null);
        if (target == null) {
            return new StepAnswer.Invalid(
                    "/department", "there is no such department; GET /api/departments lists them");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StepAnswer> answer = attempt(caller, id, target, note);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("the mention is being written by many others");
    }

    /** One attempt; empty when somebody else wrote the mention between reading and writing it. */
    private Optional<StepAnswer> attempt(Caller caller, MentionId id, Department target, String note) {
        StoredMention stored = Access.aside(caller) ? store.find(id).orElse(null) : null;
        if (stored == null || stored.mention().mention().deleted()) {
            return Optional.of(new StepAnswer.Unknown());
        }
        if (!stored.cases().isEmpty()) {
            return Optional.of(taken(caller, stored, target));
        }
        Case first = first(caller, stored, target, note);
        AuditEntry entry = auditor.entry(
                first.openedAt(),
                caller,
                AuditEntry.Action.CASE_CHANGED,
                first.id().toString(),
                "given to " + target.id());
        if (!store.open(stored, first, entry)) {
            return Optional.empty();
        }
        lessons.accept(Corrections.given(first, caller, first.openedAt()));
        notices.publish(stored.mention(), first, target);
        return Optional.of(new StepAnswer.Taken(first));
    }

    private StepAnswer taken(Caller caller, StoredMention stored, Department target) {
        Optional<Case> there = stored.caseOf(target.id());
        // It was stored before, but its notice not published: asking for it again completes it.
        if (there.isPresent() && stored.awaitingNotice().contains(target.id())) {
            notices.publish(stored.mention(), there.get(), target);
            return new StepAnswer.Taken(there.get());
        }
        return stored.cases().stream()
                .filter(one -> Access.department(caller, one.department()))
                .findFirst()
                .<StepAnswer>map(one -> new StepAnswer.Refused(one, "it has a case already, which can be rerouted"))
                .orElseGet(StepAnswer.Unknown::new);
    }

    private Case first(Caller caller, StoredMention stored, Department target, String note) {
        String why = "Given by " + caller.name() + (note.isEmpty() ? "" : ": " + note);
        Because because = new Because(Because.Kind.PERSON, "", why);
        Assignment assignment = new Assignment(target, Priority.NORMAL, List.of(because));
        return Case.given(stored.mention(), assignment, caller.name(), clock.instant());
    }
}
