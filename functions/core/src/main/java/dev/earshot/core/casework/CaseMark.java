package dev.earshot.core.casework;

/** What happened to a case that figures count, wherever it stands by now. */
public enum CaseMark {
    /** Its department said that it should not have come there. */
    CORRECTED,
    /** Employees told of what the public had said already; of several cases of a mention one has it, so that it counts once. */
    REPORTED
}
