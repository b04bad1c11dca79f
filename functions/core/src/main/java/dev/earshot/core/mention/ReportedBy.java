package dev.earshot.core.mention;

/**
 * Where in the company a mention was heard that an employee reported.
 *
 * @param department the reporter's department id
 */
public record ReportedBy(String department) {}
