package dev.earshot.core.casework;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One department's work on one mention.
 *
 * @param because why it was opened
 * @param openedAt when
 * @param dueAt when the department wants to have answered; null without a target
 * @param version grows with every change of the case
 * @param history oldest first
 * @param mention what lists show of the mention
 */
public record Case(
        CaseId id,
        CaseStatus status,
        Priority priority,
        List<Because> because,
        Instant openedAt,
        @Nullable Instant dueAt,
        long version,
        List<HistoryEntry> history,
        MentionGlance mention) {

    private static final int MOST_ENTRIES = 200;

    public Case {
        because = List.copyOf(because);
        history = List.copyOf(history);
        openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MILLIS);
        if (version < 1) {
            throw new IllegalArgumentException("a case's version is at least 1");
        }
    }

    /** A new case for an assigned department. */
    public static Case opened(AnalyzedMention analyzed, Assignment assignment, Instant now) {
        Duration target = assignment.department().respondWithin();
        HistoryEntry entry = new HistoryEntry(now, HistoryEntry.SYSTEM, "opened", reasons(assignment));
        return new Case(
                new CaseId(analyzed.id(), assignment.department().id()),
                CaseStatus.NEW,
                assignment.priority(),
                assignment.because(),
                now,
                target == null ? null : now.plus(target),
                1,
                List.of(entry),
                MentionGlance.of(analyzed));
    }

    /** The id of the mention. */
    public MentionId mentionId() {
        return id.mention();
    }

    /** Whose case it is. */
    public String department() {
        return id.department();
    }

    /** The case after its author edited or deleted what was said; where it stands does not change. */
    public Case follow(AnalyzedMention analyzed, Instant now) {
        HistoryEntry entry = analyzed.mention().deleted()
                ? new HistoryEntry(now, HistoryEntry.SYSTEM, "deleted", "The author deleted what was said.")
                : new HistoryEntry(now, HistoryEntry.SYSTEM, "edited", "The author edited what was said.");
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return new Case(
                id,
                status,
                priority,
                because,
                openedAt,
                dueAt,
                version + 1,
                bounded(longer),
                MentionGlance.of(analyzed));
    }

    /** The first entry and the latest: an author who edits without end does not make the case grow without end. */
    private static List<HistoryEntry> bounded(List<HistoryEntry> entries) {
        if (entries.size() <= MOST_ENTRIES) {
            return entries;
        }
        List<HistoryEntry> kept = new ArrayList<>(entries.subList(0, 1));
        kept.addAll(entries.subList(entries.size() - MOST_ENTRIES + 1, entries.size()));
        return kept;
    }

    private static String reasons(Assignment assignment) {
        return String.join(
                "; ", assignment.because().stream().map(Because::text).toList());
    }
}
