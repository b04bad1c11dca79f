package dev.earshot.core.ears;

import java.time.LocalDate;
import java.util.Map;

/** Which hosts the mentions of a department linked to, by day (UTC). Outages throw. */
public interface LinkStore {

    /**
     * Adds to a day's tally; gives up when many others write it at the same time.
     *
     * @param department an id, or {@code _unrouted} for mentions that no department has
     */
    void add(LocalDate day, String department, LinkTally more);

    /** The tallies of a day by department. */
    Map<String, LinkTally> of(LocalDate day);
}
