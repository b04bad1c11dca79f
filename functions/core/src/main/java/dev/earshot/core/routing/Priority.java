package dev.earshot.core.routing;

/** How soon a case wants attention, most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /** Whether this is more urgent than the other. */
    public boolean above(Priority other) {
        return compareTo(other) < 0;
    }
}
