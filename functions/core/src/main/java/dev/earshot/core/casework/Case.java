package dev.earshot.core.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One department's work on one mention.
 *
 * @param because why it was opened
 * @param assignee who has it; null while nobody does
 * @param openedAt when it came to the department
 * @param dueAt when the department wants to have answered; null without a target
 * @param acknowledgedAt when somebody took it; null while nobody has
 * @param closedAt when it was resolved, dismissed or rerouted; null while it is open
 * @param outcome what was done; set exactly when resolved
 * @param marks what happened to it, ever
 * @param version grows with every change of the case
 * @param history oldest first
 * @param mention what lists show of the mention
 */
public record Case(
        CaseId id,
        CaseStatus status,
        Priority priority,
        List<Because> because,
        @Nullable String assignee,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        Set<CaseMark> marks,
        long version,
        List<HistoryEntry> history,
        MentionGlance mention) {

    /** What stands where words were that had to be erased. */
    public static final String ERASED = "[erased]";

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_BYTES = 256 * 1024;

    public Case {
        because = List.copyOf(because);
        history = List.copyOf(history);
        marks = Set.copyOf(marks);
        openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        dueAt = millis(dueAt);
        acknowledgedAt = millis(acknowledgedAt);
        closedAt = millis(closedAt);
        require(version >= 1, "a case's version is at least 1");
        require((outcome != null) == (status == CaseStatus.RESOLVED), "exactly a resolved case has an outcome");
        require((closedAt != null) == CaseStatus.CLOSED.contains(status), "exactly a closed case has closedAt");
        require(status != CaseStatus.NEW || acknowledgedAt == null, "a new case was taken by nobody");
        require(status != CaseStatus.ACKNOWLEDGED || acknowledgedAt != null, "an acknowledged case says when");
    }

    /** A new case for an assigned department. */
    public static Case opened(AnalyzedMention analyzed, Assignment assignment, Instant now) {
        return opened(
                new CaseId(analyzed.id(), assignment.department().id()),
                assignment,
                MentionGlance.of(analyzed),
                new HistoryEntry(now, HistoryEntry.SYSTEM, HistoryEntry.OPENED, reasons(assignment)),
                now);
    }

    /**
     * A new case that a person gives to a department.
     *
     * @param by the person's name, for the history
     */
    public static Case given(AnalyzedMention analyzed, Assignment assignment, String by, Instant now) {
        return opened(
                new CaseId(analyzed.id(), assignment.department().id()),
                assignment,
                MentionGlance.of(analyzed),
                new HistoryEntry(now, by, HistoryEntry.OPENED, reasons(assignment)),
                now);
    }

    private static Case opened(
            CaseId id, Assignment assignment, MentionGlance mention, HistoryEntry entry, Instant now) {
        Duration target = assignment.department().respondWithin();
        return new Case(
                id,
                CaseStatus.NEW,
                assignment.priority(),
                assignment.because(),
                null,
                now,
                target == null ? null : now.plus(target),
                null,
                null,
                null,
                Set.of(),
                1,
                List.of(entry),
                mention);
    }

    /** The id of the mention. */
    public MentionId mentionId() {
        return id.mention();
    }

    /** Whose case it is. */
    public String department() {
        return id.department();
    }

    /** Whether somebody still has to do something about it. */
    public boolean open() {
        return CaseStatus.OPEN.contains(status);
    }

    /** Whether a person gave the mention to its department when it had none. */
    public boolean givenByHand() {
        return because.stream()
                .anyMatch(why -> why.kind() == Because.Kind.PERSON && why.ref().isEmpty());
    }

    /** Whether it came back after it had been closed, so that its notice is another one than its first. */
    public boolean cameBack() {
        return !history.isEmpty() && history.get(0).at().isBefore(openedAt);
    }

    /**
     * The case after a person's step; empty when the step is not allowed where the case stands.
     *
     * @param by the person's name, for the history
     */
    public Optional<Case> take(Step step, String by, Instant now) {
        if (!step.from().contains(status)) {
            return Optional.empty();
        }
        return Optional.of(
                CaseDraft.of(this).take(step, by, now).noting(new HistoryEntry(now, by, step.action(), step.text())));
    }

    /**
     * The case of the department that this one is rerouted to.
     *
     * @param there what that department has of the mention already; null for nothing. An open case stays as it is.
     * @param target that department; its target counts from now
     * @param why what is written down as the reason
     */
    public Case passedOn(@Nullable Case there, Department target, Because why, String by, Instant now) {
        HistoryEntry entry = new HistoryEntry(now, by, there == null ? HistoryEntry.OPENED : "came-back", why.text());
        Assignment assignment = new Assignment(target, priority, List.of(why));
        Case fresh = opened(new CaseId(mentionId(), target.id()), assignment, mention, entry, now);
        if (there == null) {
            return fresh;
        }
        return there.open() ? there : CaseDraft.of(there).reopenedAs(fresh).noting(entry);
    }

    /** The case after its author edited or deleted what was said; where it stands does not change. */
    public Case follow(AnalyzedMention analyzed, Instant now) {
        HistoryEntry entry = analyzed.mention().deleted()
                ? new HistoryEntry(now, HistoryEntry.SYSTEM, "deleted", "The author deleted what was said.")
                : new HistoryEntry(now, HistoryEntry.SYSTEM, "edited", "The author edited what was said.");
        return CaseDraft.of(this).showing(MentionGlance.of(analyzed)).noting(entry);
    }

    /**
     * The case after its author's words were erased: what people wrote about it goes, too, because it may quote or name
     * the author. That something was done, when and by whom stays.
     */
    public Case erased(AnalyzedMention tombstone, Instant now) {
        return CaseDraft.of(this)
                .showing(MentionGlance.of(tombstone))
                .withoutPeoplesWords()
                .noting(new HistoryEntry(now, HistoryEntry.SYSTEM, "erased", "The author's words were erased."));
    }

    /**
     * The first entry and the latest: neither an author who edits without end nor people who write long notes make the
     * case grow until the table, whose items have at most 400 KB, takes no step with it any more.
     */
    static List<HistoryEntry> bounded(List<HistoryEntry> entries) {
        int from = entries.size() - 1;
        int bytes = bytes(entries.get(0)) + bytes(entries.get(from));
        while (from > 1
                && entries.size() - from < MOST_ENTRIES - 1
                && bytes + bytes(entries.get(from - 1)) <= MOST_BYTES) {
            from--;
            bytes += bytes(entries.get(from));
        }
        if (from <= 1) {
            return entries;
        }
        List<HistoryEntry> kept = new ArrayList<>(entries.subList(0, 1));
        kept.addAll(entries.subList(from, entries.size()));
        return kept;
    }

    private static int bytes(HistoryEntry entry) {
        return entry.text().getBytes(UTF_8).length + entry.by().getBytes(UTF_8).length;
    }

    private static String reasons(Assignment assignment) {
        return String.join(
                "; ", assignment.because().stream().map(Because::text).toList());
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
