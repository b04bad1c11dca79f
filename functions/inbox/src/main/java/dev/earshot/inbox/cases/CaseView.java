package dev.earshot.inbox.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.MentionGlance;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it.
 *
 * @param history oldest first; left out in lists
 */
public record CaseView(
        String id,
        String mentionId,
        String department,
        CaseStatus status,
        Priority priority,
        List<Because> because,
        @Nullable String assignee,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryEntry> history,
        MentionGlance mention) {

    /** A case with all that is known of it. */
    public static CaseView of(Case one) {
        return of(one, one.history());
    }

    /** A case as lists show it. */
    public static CaseView inList(Case one) {
        return of(one, null);
    }

    private static CaseView of(Case one, @Nullable List<HistoryEntry> history) {
        return new CaseView(
                one.id().toString(),
                one.mentionId().value(),
                one.department(),
                one.status(),
                one.priority(),
                one.because(),
                one.assignee(),
                one.openedAt(),
                one.dueAt(),
                one.acknowledgedAt(),
                one.closedAt(),
                one.outcome(),
                one.version(),
                history,
                one.mention());
    }
}
