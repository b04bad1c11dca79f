package dev.earshot.inbox.page;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wanted to take by a form, and that was not taken: nobody has to write it again.
 *
 * @param step the last part of the form's address
 * @param text what was written
 * @param choice what was chosen; null when there was nothing to choose
 * @param version the version of the case that was seen; null when the step does not depend on it
 * @param message why it was not taken
 */
record Attempt(
        String step,
        String text,
        @Nullable String choice,
        @Nullable Long version,
        String message) {

    private static final int MOST_TOLD = 5;

    /** A form as it was sent. */
    static Attempt of(String step, @Nullable String text, @Nullable String choice) {
        return new Attempt(step, text == null ? "" : text, choice, null, "");
    }

    /** The same, refused. */
    Attempt refused(@Nullable Long seen, String why) {
        return new Attempt(step, text, choice, seen, why);
    }

    /** How many changes others made since, at most as many as one wants to read. */
    int missed(long now) {
        return version == null ? 0 : (int) Math.min(MOST_TOLD, Math.max(0, now - version));
    }
}
