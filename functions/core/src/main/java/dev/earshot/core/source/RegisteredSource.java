package dev.earshot.core.source;

import dev.earshot.core.mention.Text;
import org.jspecify.annotations.Nullable;

/**
 * A source that is configured, without its secrets.
 *
 * @param provider null when its configuration cannot be read
 * @param problem why it takes nothing as it is configured, for the operator; null when nothing is wrong
 * @param retentionDays how many days what it hears is kept; null for as long as everything else
 */
public record RegisteredSource(
        String name,
        @Nullable String provider,
        @Nullable String problem,
        @Nullable Integer retentionDays) {

    /** One whose mentions are kept as long as everything else. */
    public RegisteredSource(String name, @Nullable String provider, @Nullable String problem) {
        this(name, provider, problem, null);
    }

    private static final int LONGEST_PROBLEM = 500;

    public RegisteredSource {
        problem = problem == null ? null : Text.line(problem, LONGEST_PROBLEM);
    }
}
