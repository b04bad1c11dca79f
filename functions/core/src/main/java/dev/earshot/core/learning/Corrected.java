package dev.earshot.core.learning;

import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Department;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person's step said of where a mention belongs, on its way to be learned; without any words or names.
 *
 * @param department that the mention concerns, or not
 * @param by stands for the person: 26 characters of base32, of the SHA-256 of the issuer's id of them
 */
public record Corrected(MentionId mention, String department, boolean belongs, String by, Instant at) {

    private static final Pattern BY = Pattern.compile("[a-z2-7]{26}");

    public Corrected {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (!Department.ID.matcher(department).matches() || !BY.matcher(by).matches()) {
            throw new IllegalArgumentException("a correction names a department, and stands for a person by a hash");
        }
    }

    /** The same, as a lesson for a model. */
    public Taught of(List<Double> logits) {
        return new Taught(mention, department, belongs, by, at, logits);
    }
}
