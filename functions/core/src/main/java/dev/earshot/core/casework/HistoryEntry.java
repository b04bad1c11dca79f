package dev.earshot.core.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that happened to a case.
 *
 * @param at when
 * @param by who; {@code earshot} for what the system did
 * @param action what, one word such as {@code opened}
 * @param text the same for people; never the mention's words
 */
public record HistoryEntry(Instant at, String by, String action, String text) {

    /** The name under which the system itself acts. */
    public static final String SYSTEM = "earshot";

    /** The action of the first entry. */
    public static final String OPENED = "opened";

    public HistoryEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
