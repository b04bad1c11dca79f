package dev.earshot.core.casework;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands: NEW until somebody takes it, ACKNOWLEDGED until it is closed in one of three ways. */
public enum CaseStatus {
    NEW,
    ACKNOWLEDGED,
    RESOLVED,
    DISMISSED,
    REROUTED;

    /** The statuses of a case that somebody still has to do something about. */
    public static final Set<CaseStatus> OPEN = Collections.unmodifiableSet(EnumSet.of(NEW, ACKNOWLEDGED));

    /** The statuses of a case that is done with, unless somebody reopens it. */
    public static final Set<CaseStatus> CLOSED =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(OPEN)));
}
