package dev.earshot.provider.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import dev.earshot.provider.hook.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and remembers what is wrong with them, so that a sender learns all of it at once.
 * Null counts as absent everywhere.
 */
public final class Fields {

    private static final int LAST_YEAR = 9_999;
    private static final long LAST_SECOND = 253_402_300_799L;

    private final JsonNode object;
    private final String pointer;
    private final List<FieldError> errors;

    /** The members of {@code object}, which stands at {@code pointer} in the body. */
    public Fields(JsonNode object, String pointer) {
        this(object, pointer, new ArrayList<>());
    }

    private Fields(JsonNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** The members of an object within; their errors are this one's too. Empty when it is absent. */
    public Fields within(String name) {
        JsonNode inner = object.path(name);
        if (!inner.isObject() && !absent(inner)) {
            wrong(name, "is not an object");
        }
        return new Fields(inner, pointer + "/" + name, errors);
    }

    /** The same for an object that stands for that member, such as what it encodes. */
    public Fields within(String name, JsonNode inner) {
        return new Fields(inner, pointer + "/" + name, errors);
    }

    /** Text that must be there. */
    public String required(String name) {
        String value = text(name);
        if (value == null || Text.clean(value).isBlank()) {
            if (object.path(name).isTextual() || absent(object.path(name))) {
                wrong(name, "is missing");
            }
            return "";
        }
        return value;
    }

    /** Text; null when absent. */
    @Nullable
    public String text(String name) {
        JsonNode value = object.path(name);
        if (value.isTextual()) {
            return value.textValue();
        }
        if (!absent(value)) {
            wrong(name, "is not a string");
        }
        return null;
    }

    /** An id, which platforms write as a string or as a whole number; null when absent or blank. */
    @Nullable
    public String id(String name) {
        return id(name, "");
    }

    /** The same behind a prefix, which counts for its length. */
    @Nullable
    public String id(String name, String prefix) {
        JsonNode value = object.path(name);
        String text = value.isIntegralNumber() ? value.asText() : text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        String id = prefix + Text.clean(text);
        if (!isExternalId(id)) {
            wrong(name, "is longer than 512 characters, or of control characters alone");
            return null;
        }
        return id;
    }

    /** Whether a mention can have this id once it is cleaned. */
    public static boolean isExternalId(String id) {
        String clean = Text.clean(id);
        return !clean.isBlank() && clean.length() <= Mention.MAX_EXTERNAL_ID;
    }

    /** A whole number from 1; null when absent. */
    @Nullable
    public Long version(String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 1) {
            return value.longValue();
        }
        if (!absent(value)) {
            wrong(name, "is not a whole number from 1");
        }
        return null;
    }

    /** A time in RFC 3339; null when absent. */
    @Nullable
    public Instant time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Told below, as for a year that RFC 3339 does not have.
        }
        wrong(name, "is not a time in RFC 3339, such as 2026-11-21T12:00:00Z");
        return null;
    }

    /** A time in seconds since 1970; null when absent. */
    @Nullable
    public Instant unixTime(String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long seconds = value.longValue();
            if (seconds >= 0 && seconds <= LAST_SECOND) {
                return Instant.ofEpochSecond(seconds);
            }
        }
        if (!absent(value)) {
            wrong(name, "is not a time in seconds since 1970");
        }
        return null;
    }

    /** Yes or no; no when absent. */
    public boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean() && !absent(value)) {
            wrong(name, "is neither true nor false");
        }
        return value.asBoolean(false);
    }

    /** The author whose id, handle and name stand in members of these names; null when all are absent. */
    @Nullable
    public Author author(String idName, String handleName, String nameName) {
        return Author.ofNullable(id(idName), text(handleName), text(nameName));
    }

    /** Notes what is wrong with a member. */
    public void wrong(String name, String detail) {
        errors.add(new FieldError(pointer + "/" + name, detail));
    }

    /** All that is wrong so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
