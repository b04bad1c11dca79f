package dev.earshot.core.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An employee who reported a mention.
 *
 * @param subject the token issuer's id of the employee
 * @param name what people call the employee
 * @param department the employee's department at that time; null for none
 * @param at when
 */
public record Reporter(
        String subject, String name, @Nullable String department, Instant at) {

    public Reporter {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
