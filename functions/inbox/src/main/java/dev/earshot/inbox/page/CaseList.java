package dev.earshot.inbox.page;

import dev.earshot.core.mention.MentionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The list of cases on the first page.
 *
 * @param department whose alone; empty for all of the caller's
 * @param closed whether closed cases are shown instead of open ones
 * @param next the cursor behind which older cases follow
 * @param newest whether this is the first page, which renews itself
 */
record CaseList(
        List<CaseRow> rows, Optional<String> department, boolean closed, Optional<String> next, boolean newest) {

    CaseList {
        rows = List.copyOf(rows);
    }

    /** What a screen reader is told when the list renews itself. */
    public String count() {
        String many = next.isPresent() ? "More than " + rows.size() : String.valueOf(rows.size());
        return (rows.isEmpty() ? "No" : many)
                + (closed ? " closed " : " open ")
                + (rows.size() == 1 ? "case" : "cases");
    }

    /** Stands for what is shown: a list that did not change is not sent again. */
    public String seen() {
        return MentionId.fingerprint(rows.toString());
    }

    /** Where the list renews itself from. */
    public String self() {
        return "/cases" + query(Optional.empty()) + "&seen=" + seen();
    }

    /** The page of older cases. */
    public String older() {
        return "/" + query(next);
    }

    private String query(Optional<String> cursor) {
        return "?show=" + (closed ? "closed" : "open")
                + department.map(id -> "&department=" + encoded(id)).orElse("")
                + cursor.map(place -> "&cursor=" + encoded(place)).orElse("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
