package dev.earshot.analyze.trial;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.routing.Decision;
import java.util.List;

/** What becomes of a text that was sent to be tried. */
public sealed interface TrialAnswer {

    /** What would be understood and decided. */
    record Tried(Analysis analysis, Decision decision) implements TrialAnswer {}

    /**
     * The caller has not proven who they are.
     *
     * @param hadToken whether a token was there, which was not accepted
     */
    record NotProven(boolean hadToken) implements TrialAnswer {}

    /** The body is of another kind than JSON. */
    record NotJson() implements TrialAnswer {}

    /** The body is larger than 64 KB. */
    record TooLarge() implements TrialAnswer {}

    /** The body is not as the API wants it. */
    record Invalid(List<InvalidMember> errors) implements TrialAnswer {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * It cannot be answered now.
     *
     * @param reason a sentence for the caller
     */
    record NotNow(String reason) implements TrialAnswer {}

    /**
     * Something went wrong that nobody expected.
     *
     * @param id under which the log has it
     */
    record Failed(String id) implements TrialAnswer {}
}
