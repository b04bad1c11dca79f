package dev.earshot.inbox.cases;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.Step;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.learning.Corrections;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Department;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The use case: departments read their cases and take steps with them. Of two people who close one case at the same
 * time one wins; the other is told how the case stands now.
 */
public final class Casework {

    private static final int ATTEMPTS = 8;

    private final CaseStore store;
    private final Supplier<List<Department>> departments;
    private final CaseNotices notices;
    private final Consumer<List<Corrected>> lessons;
    private final Auditor auditor;
    private final Clock clock;

    /** @param lessons takes what steps say of where mentions belong; it never throws */
    public Casework(
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
     * A page of the cases that the caller may read, without their history.
     *
     * @param department only this department's; null for all that the caller may read
     * @param statuses where the cases may stand
     */
    public Page<Case> list(
            Caller caller, @Nullable String department, Collection<CaseStatus> statuses, PageRequest page) {
        List<String> all = departments.get().stream().map(Department::id).toList();
        List<String> asked = department == null ? all : List.of(department);
        List<String> readable = Access.departments(caller, asked);
        return readable.isEmpty() ? Page.empty() : store.cases(readable, statuses, page);
    }

    /** A case, with its history; empty when the caller has no such case. */
    public Optional<Case> find(Caller caller, CaseId id) {
        return stored(caller, id).flatMap(mention -> mention.caseOf(id.department()));
    }

    /**
     * Takes a step. An outage throws; taking the step again is safe, because it is then refused or changes nothing.
     *
     * @param version the version that the caller saw; null to take the step however the case stands
     */
    public StepAnswer take(Caller caller, CaseId id, Step step, @Nullable Long version) {
        if (step instanceof Step.Reroute reroute && invalid(id, reroute) != null) {
            return new StepAnswer.Invalid("/department", String.valueOf(invalid(id, reroute)));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StepAnswer> answer = attempt(caller, id, step, version);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("the case is being written by many others");
    }

    /** One attempt; empty when somebody else wrote the case between reading and writing it. */
    private Optional<StepAnswer> attempt(Caller caller, CaseId id, Step step, @Nullable Long version) {
        StoredMention mention = stored(caller, id).orElse(null);
        Case before = mention == null ? null : mention.caseOf(id.department()).orElse(null);
        if (mention == null || before == null) {
            return Optional.of(new StepAnswer.Unknown());
        }
        if (step instanceof Step.Reroute reroute && unfinished(mention, before, reroute)) {
            publish(mention, mention.caseOf(reroute.department()).orElse(null));
            return Optional.of(new StepAnswer.Taken(before));
        }
        if (version != null && version != before.version()) {
            return Optional.of(new StepAnswer.Refused(before, "somebody else changed the case meanwhile"));
        }
        Instant now = clock.instant();
        Case after = before.take(step, caller.name(), now).orElse(null);
        if (after == null) {
            return Optional.of(new StepAnswer.Refused(before, "the case is " + before.status()));
        }
        CaseChange change = change(mention, before, after, step, caller, now);
        if (!store.write(change, entry(caller, change, step, now))) {
            return Optional.empty();
        }
        teach(Corrections.of(before, step, caller, now));
        publish(mention, change.there());
        return Optional.of(new StepAnswer.Taken(after));
    }

    private void teach(List<Corrected> corrections) {
        if (!corrections.isEmpty()) {
            lessons.accept(corrections);
        }
    }

    private Optional<StoredMention> stored(Caller caller, CaseId id) {
        return Access.department(caller, id.department()) ? store.find(id.mention()) : Optional.empty();
    }

    private @Nullable String invalid(CaseId id, Step.Reroute reroute) {
        if (reroute.department().equals(id.department())) {
            return "the case is this department's already";
        }
        return department(reroute.department()).isEmpty()
                ? "there is no such department; GET /api/departments lists them"
                : null;
    }

    private AuditEntry entry(Caller caller, CaseChange change, Step step, Instant now) {
        String to = step instanceof Step.Reroute reroute ? ", to " + reroute.department() : "";
        String what = step.action() + ": " + change.before().status() + " to "
                + change.after().status() + to;
        return auditor.entry(
                now,
                caller,
                AuditEntry.Action.CASE_CHANGED,
                change.before().id().toString(),
                what);
    }

    private CaseChange change(StoredMention mention, Case before, Case after, Step step, Caller caller, Instant now) {
        if (!(step instanceof Step.Reroute reroute)) {
            return CaseChange.of(before, after);
        }
        Department target = department(reroute.department()).orElseThrow();
        Case thereBefore = mention.caseOf(target.id()).orElse(null);
        String why = "Rerouted by " + caller.name() + " from " + before.department()
                + (reroute.note().isEmpty() ? "" : ": " + reroute.note());
        Because because = new Because(Because.Kind.PERSON, before.department(), why);
        Case there = before.passedOn(thereBefore, target, because, caller.name(), now);
        return new CaseChange(before, after, thereBefore, there.equals(thereBefore) ? null : there);
    }

    /** Whether this rerouting was stored before, but its notice not published: asking for it again completes it. */
    private static boolean unfinished(StoredMention mention, Case before, Step.Reroute reroute) {
        return before.status() == CaseStatus.REROUTED
                && mention.awaitingNotice().contains(reroute.department());
    }

    private void publish(StoredMention mention, @Nullable Case there) {
        if (there == null) {
            return;
        }
        Department department = department(there.department()).orElseThrow();
        notices.publish(mention.mention(), there, department);
    }

    private Optional<Department> department(String id) {
        return departments.get().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
