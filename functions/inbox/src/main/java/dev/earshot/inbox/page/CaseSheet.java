package dev.earshot.inbox.page;

import dev.earshot.core.casework.Case;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.inbox.cases.CaseSearch;
import dev.earshot.inbox.export.Csv;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases as a table for spreadsheets: what lists show of them. A last line says when there are more. */
final class CaseSheet {

    /** How many cases a sheet has at most. */
    static final int MOST = 10_000;

    /** A function answers at most 6 MB, of which a character may take three bytes. */
    private static final int LONGEST = 1_800_000;

    private static final List<String> TITLES = List.of(
            "id",
            "department",
            "status",
            "priority",
            "opened",
            "due",
            "acknowledged",
            "closed",
            "outcome",
            "what was done",
            "assignee",
            "source",
            "sentiment",
            "language",
            "url",
            "said");

    private CaseSheet() {}

    static String of(CaseSearch.Found found) {
        Csv csv = new Csv();
        csv.row(TITLES);
        Iterator<Case> cases = found.cases().iterator();
        while (cases.hasNext() && csv.length() < LONGEST) {
            csv.row(row(cases.next()));
        }
        if (cases.hasNext() || found.next().isPresent()) {
            csv.row(List.of("There are older cases; choose fewer days, or narrow the filter."));
        }
        return csv.text();
    }

    private static List<String> row(Case one) {
        return Stream.<@Nullable Object>of(
                        one.id(),
                        one.department(),
                        one.status(),
                        one.priority(),
                        time(one.openedAt()),
                        time(one.dueAt()),
                        time(one.acknowledgedAt()),
                        time(one.closedAt()),
                        one.outcome() == null ? null : one.outcome().kind(),
                        one.outcome() == null ? null : one.outcome().text(),
                        one.assignee(),
                        one.mention().source(),
                        one.mention().sentiment(),
                        one.mention().language(),
                        one.mention().url(),
                        one.mention().excerpt())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : EarshotJson.time(at);
    }
}
