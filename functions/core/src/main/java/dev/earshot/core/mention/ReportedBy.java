package dev.earshot.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * Where in the company a mention was heard that an employee reported.
 *
 * @param department the reporter's department id; null when the reporter wants to stay unknown or is of no department
 */
public record ReportedBy(@Nullable String department) {}
