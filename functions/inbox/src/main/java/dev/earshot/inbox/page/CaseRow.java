package dev.earshot.inbox.page;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.mention.Text;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** A case as the list shows it. */
record CaseRow(
        String id,
        long version,
        boolean fresh,
        String department,
        String status,
        String priority,
        boolean urgent,
        String excerpt,
        String source,
        String sentiment,
        String openedAt,
        String opened,
        String due,
        boolean overdue,
        String assignee) {

    private static final int EXCERPT = 160;
    private static final Pattern LINES = Pattern.compile("\\s*+\\n\\s*+");

    static CaseRow of(Case one, String department, Instant now) {
        String said = Shown.words(one.mention().excerpt());
        return new CaseRow(
                one.id().toString(),
                one.version(),
                one.status() == CaseStatus.NEW,
                department,
                Shown.word(one.status()),
                Shown.word(one.priority()),
                one.priority() == Priority.URGENT || one.priority() == Priority.HIGH,
                said.isBlank() ? "" : Text.line(LINES.matcher(said.strip()).replaceAll(" · "), EXCERPT),
                one.mention().source(),
                one.mention().sentiment() == null
                        ? ""
                        : one.mention().sentiment().name().toLowerCase(Locale.ROOT),
                one.openedAt().toString(),
                Shown.time(one.openedAt()),
                one.open() && one.dueAt() != null ? Shown.due(one.dueAt(), now) : "",
                one.open() && one.dueAt() != null && one.dueAt().isBefore(now),
                one.assignee() == null ? "" : one.assignee());
    }
}
