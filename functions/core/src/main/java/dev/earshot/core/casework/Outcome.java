package dev.earshot.core.casework;

import dev.earshot.core.mention.Text;

/**
 * What was done about a case.
 *
 * @param kind the sort of answer, which reviews count
 * @param text the same in the department's own words, 1 to 4,000 characters
 */
public record Outcome(Kind kind, String text) {

    /** The longest text that people write about a case, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4_000;

    public Outcome {
        text = Text.clean(text).strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("an outcome's text has 1 to 4,000 characters");
        }
    }

    /** The sorts of answers. */
    public enum Kind {
        FIXED,
        ANSWERED,
        PLANNED,
        WON,
        NO_ACTION
    }
}
