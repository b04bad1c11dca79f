package dev.earshot.core.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where in the company a mention was heard that an employee reported.
 *
 * @param department the reporter's department id; null when the reporter wants to stay unknown or is of no department
 * @param anonymous true when the reporter wants to stay unknown; null otherwise
 */
public record ReportedBy(
        @Nullable String department,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean anonymous) {

    /** What somebody of a department reported; null for none. */
    public static ReportedBy of(@Nullable String department) {
        return new ReportedBy(department, null);
    }

    /** What somebody reported who wants to stay unknown. */
    public static ReportedBy nobody() {
        return new ReportedBy(null, true);
    }
}
