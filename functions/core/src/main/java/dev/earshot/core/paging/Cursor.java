package dev.earshot.core.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last place that a page showed, which the next page begins behind. It only ever says when something was opened or
 * heard, and ids; callers get it in base64url and must not look inside.
 *
 * @param place {@code <time>#<mention id>} and, for cases, {@code #<department>}; {@code <time>#a_<hash>} in the audit trail
 */
public record Cursor(String place) {

    private static final Pattern FORM = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#(m_[a-z2-7]{26}(#[a-z][a-z0-9-]{0,31})?|a_[a-z2-7]{26})");
    private static final int LONGEST = 200;

    public Cursor {
        if (!FORM.matcher(place).matches()) {
            throw new IllegalArgumentException("not a cursor that Earshot gave");
        }
    }

    /** The cursor as callers see it. */
    @JsonValue
    public String value() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /** Reads what a caller gives back; empty when Earshot never gave such a cursor. */
    public static Optional<Cursor> parse(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cursor(new String(Base64.getUrlDecoder().decode(value), UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value();
    }
}
