package dev.earshot.inbox.page;

import dev.earshot.core.mention.MentionId;
import dev.earshot.inbox.cases.CaseFilter;
import dev.earshot.inbox.cases.CaseSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The list of cases on the first page.
 *
 * @param filter which cases
 * @param next the cursor behind which older cases follow
 * @param looked how far a search looked; empty when it is no search
 * @param newest whether this is the first page
 */
record CaseList(
        List<CaseRow> rows, CaseFilter filter, Optional<String> next, Optional<String> looked, boolean newest) {

    CaseList {
        rows = List.copyOf(rows);
    }

    /** How far a search looked, in words. */
    static Optional<String> looked(CaseSearch.Found found) {
        return found.back()
                .map(back -> "Looked through " + found.read() + (found.read() == 1 ? " case" : " cases")
                        + ", back to " + Shown.time(back) + ".");
    }

    /** Whether it renews itself: the newest do, unless they are searched for, which would cost as much every time. */
    public boolean renews() {
        return newest && !filter.narrows();
    }

    public boolean searching() {
        return filter.narrows();
    }

    public boolean open() {
        return filter.show() == CaseFilter.Show.OPEN;
    }

    /** What a screen reader is told when the list renews itself. */
    public String count() {
        String many = next.isPresent() && !rows.isEmpty() ? "More than " + rows.size() : String.valueOf(rows.size());
        String kind = filter.show() == CaseFilter.Show.ALL ? " " : open() ? " open " : " closed ";
        return (rows.isEmpty() ? "No" : many) + kind + (rows.size() == 1 ? "case" : "cases");
    }

    /** Stands for what is shown: a list that did not change is not sent again. */
    public String seen() {
        return MentionId.fingerprint(rows.toString());
    }

    /** Where the list renews itself from. */
    public String self() {
        return "/cases" + CaseQuery.write(filter) + "&seen=" + seen();
    }

    /** The page of older cases. */
    public String older() {
        return "/" + CaseQuery.write(filter)
                + next.map(place -> "&cursor=" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
