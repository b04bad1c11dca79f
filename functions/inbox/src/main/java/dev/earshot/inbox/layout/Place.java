package dev.earshot.inbox.layout;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The pages that every page leads to, in the order of the navigation, and who is shown the way. */
@SuppressWarnings("ImmutableEnumChecker") // What is asked of a caller keeps no state.
public enum Place {
    INBOX("/", "Inbox", caller -> true),
    COUNCIL("/council", "Council", Access::overview),
    REPORT("/report", "Report", caller -> true),
    REPORTS("/reports", "My reports", caller -> true),
    UNROUTED("/unrouted", "Unrouted", Access::aside),
    NOISE("/noise", "Noise", Access::aside),
    EARS("/ears", "Ears", caller -> true),
    SUBSCRIPTIONS("/subscriptions", "Subscriptions", caller -> true),
    DEPARTMENTS("/departments", "Departments", caller -> true),
    SOURCES("/sources", "Sources", Access::sources),
    TRY("/try", "Try", caller -> true),
    APPROVALS("/approvals", "Approvals", Access::approval),
    AUDIT("/audit", "Changes", Access::audit),
    AUTHORS("/authors", "Authors", Access::erasure);

    private final String path;
    private final String title;
    private final Predicate<Caller> shown;

    Place(String path, String title, Predicate<Caller> shown) {
        this.path = path;
        this.title = title;
        this.shown = shown;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** The places that the caller is shown. */
    static List<Place> of(Caller caller) {
        return Arrays.stream(values()).filter(place -> place.shown.test(caller)).toList();
    }
}
