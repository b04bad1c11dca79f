package dev.earshot.provider.cloudevents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.JsonBody;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The attributes of a CloudEvent in binary mode: {@code ce-} headers, percent-encoded.
 *
 * @param event the attributes as members, as the JSON format has them
 * @param errors headers that cannot be read, by the attributes' pointers
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/http-protocol-binding.md">The
 *     binding</a>
 */
public record CloudEventHeaders(ObjectNode event, List<FieldError> errors) {

    private static final Pattern ATTRIBUTE = Pattern.compile("ce-([a-z0-9]+)");
    private static final String ENCODED = "is not ASCII with percent-encoded UTF-8";
    private static final String TWICE = "is stated by Content-Type, not by a header of its own";

    /** Reads headers by their lower-case names. */
    public static CloudEventHeaders of(Map<String, String> headers) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        List<FieldError> errors = new ArrayList<>();
        new TreeMap<>(headers).forEach((header, value) -> {
            var name = ATTRIBUTE.matcher(header);
            if (!name.matches()) {
                return;
            }
            Optional<String> decoded = decode(value);
            decoded.ifPresent(text -> event.put(name.group(1), text));
            if (decoded.isEmpty() || name.group(1).equals("datacontenttype")) {
                errors.add(new FieldError("/" + name.group(1), decoded.isEmpty() ? ENCODED : TWICE));
            }
        });
        return new CloudEventHeaders(event, List.copyOf(errors));
    }

    /**
     * A header's value: unquoted, then decoded once; empty when it is not ASCII, or does not encode UTF-8. A percent sign
     * that encodes nothing stands for itself, as senders that encode nothing write it.
     */
    static Optional<String> decode(String value) {
        String text = unquoted(value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c > '~') {
                return Optional.empty();
            }
            boolean encoded = c == '%' && isHex(text, at + 1) && isHex(text, at + 2);
            bytes.write(encoded ? HexFormat.fromHexDigits(text, at + 1, at + 3) : c);
            at += encoded ? 3 : 1;
        }
        return JsonBody.utf8(bytes.toByteArray());
    }

    /** The content of a double-quoted string, which older senders put; anything else as it is. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
    }
}
