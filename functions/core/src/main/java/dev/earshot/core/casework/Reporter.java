package dev.earshot.core.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An employee who reported a mention.
 *
 * @param subject the token issuer's id of the employee
 * @param name what people call the employee
 * @param at when
 */
public record Reporter(String subject, String name, Instant at) {

    public Reporter {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
