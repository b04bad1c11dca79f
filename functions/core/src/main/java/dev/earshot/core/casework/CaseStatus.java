package dev.earshot.core.casework;

/** Where a case stands. */
public enum CaseStatus {
    NEW,
    ACKNOWLEDGED,
    RESOLVED,
    DISMISSED,
    REROUTED
}
