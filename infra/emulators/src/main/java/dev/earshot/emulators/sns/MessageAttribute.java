package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.emulators.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One typed attribute of a message. An invalid one cannot exist.
 *
 * @param value the text; for Binary the base64 of the bytes, as it travels
 */
record MessageAttribute(String name, String type, String value) {

    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)(?!\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");
    private static final Pattern RESERVED = Pattern.compile("(?i)(aws|amazon)\\..*");
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\.[A-Za-z0-9_.-]{1,250})?");
    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 126;

    MessageAttribute {
        if (!NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
            throw SnsError.invalidValue("Invalid message attribute name: " + name);
        }
        if (!TYPE.matcher(type).matches()) {
            throw SnsError.invalidValue("The message attribute '" + name + "' has an invalid message attribute type, "
                    + "the set of supported type prefixes is Binary, Number, and String.");
        }
        if (value.isEmpty()) {
            throw SnsError.invalidValue("The message attribute '" + name
                    + "' must contain non-empty message attribute value for message attribute type '" + type + "'.");
        }
        checkValue(name, type, value);
    }

    /** Reads {@code Name}, {@code Value.DataType} and the value that goes with the type. */
    static MessageAttribute read(QueryRequest entry) {
        String type = entry.optional("Value.DataType", "");
        String field = type.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue";
        return new MessageAttribute(entry.required("Name"), type, entry.optional(field, ""));
    }

    boolean isBinary() {
        return type.startsWith("Binary");
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(value);
    }

    /** What it counts for in the 256 KB: name, type and value in bytes. */
    int size() {
        int valueSize = isBinary() ? bytes().length : utf8(value);
        return utf8(name) + utf8(type) + valueSize;
    }

    /** What filter policies see; null for Binary, which cannot be filtered. */
    @Nullable
    JsonNode filterable() {
        if (isBinary()) {
            return null;
        }
        if (type.equals("String.Array")) {
            return Objects.requireNonNull(Json.arrayOrNull(value));
        }
        return type.startsWith("Number") ? DecimalNode.valueOf(new BigDecimal(value.strip())) : TextNode.valueOf(value);
    }

    private static void checkValue(String name, String type, String value) {
        boolean fits =
                switch (type) {
                    case "String.Array" -> Json.arrayOrNull(value) != null;
                    default ->
                        !(type.startsWith("Number") && !isNumber(value))
                                && !(type.startsWith("Binary") && !isBase64(value));
                };
        if (!fits) {
            throw SnsError.invalidValue("Could not cast message attribute '" + name + "' value to " + type + ".");
        }
    }

    /** Bounded, because a few characters such as 1e999999999 would otherwise become a gigabyte of digits. */
    private static boolean isNumber(String value) {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_EXPONENT;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isBase64(String value) {
        try {
            return Base64.getDecoder().decode(value).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
