package dev.earshot.core.ears;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where one employee listens.
 *
 * @param subject the token issuer's id of the employee
 * @param departments the employee's departments when this was written
 * @param places at most {@link #MOST_PLACES}
 */
public record Ears(String subject, String name, List<String> departments, List<EarPlace> places, Instant updatedAt) {

    /** The most places of one employee. */
    public static final int MOST_PLACES = 20;

    public Ears {
        departments = List.copyOf(departments);
        places = List.copyOf(places);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("an employee names at most 20 places");
        }
    }
}
