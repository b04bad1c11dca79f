package dev.earshot.inbox.cases;

import dev.earshot.core.casework.Case;

/** What became of a step that somebody wanted to take. */
public sealed interface StepAnswer {

    /** It was taken. */
    record Taken(Case now) implements StepAnswer {}

    /** It was not: the case is no longer as the caller saw it, or the step is not allowed where it stands. */
    record Refused(Case now, String why) implements StepAnswer {}

    /** The caller has no such case. */
    record Unknown() implements StepAnswer {}

    /** The step makes no sense, wherever the case stands. */
    record Invalid(String pointer, String detail) implements StepAnswer {}
}
