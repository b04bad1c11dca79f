package dev.earshot.core.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
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

    /** The place of a mention, or the one before all cases of it. */
    public static Cursor of(Instant time, MentionId mention) {
        return new Cursor(EarshotJson.time(time) + "#" + mention);
    }

    /** Behind it is all that came before {@code time}: no mention's id comes before this one. */
    public static Cursor before(Instant time) {
        return of(time, new MentionId("m_22222222222222222222222222"));
    }

    /** The place of a case that was opened at that time. */
    public static Cursor of(Instant time, MentionId mention, String department) {
        return new Cursor(EarshotJson.time(time) + "#" + mention + "#" + department);
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
