package dev.earshot.core.source;

import dev.earshot.core.mention.Text;
import org.jspecify.annotations.Nullable;

/**
 * A source that is configured, without its secrets.
 *
 * @param provider null when its configuration cannot be read
 * @param problem why it takes nothing as it is configured, for the operator; null when nothing is wrong
 */
public record RegisteredSource(
        String name, @Nullable String provider, @Nullable String problem) {

    private static final int LONGEST_PROBLEM = 500;

    public RegisteredSource {
        problem = problem == null ? null : Text.line(problem, LONGEST_PROBLEM);
    }
}
