package dev.earshot.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request's body inside a JSON event.
 *
 * @param text the body itself, or its base64
 * @param base64 which of the two
 */
record EventBody(String text, boolean base64) {

    /** Forms are not among them: HTTP APIs pass {@code application/x-www-form-urlencoded} as base64. */
    private static final Pattern TEXT =
            Pattern.compile("text/.*|application/(json|javascript|xml)|application/.*\\+(json|xml)");

    static EventBody of(byte[] body, Map<String, String> headers) {
        String type = headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
        boolean compressed = headers.containsKey("content-encoding");
        if (body.length == 0) {
            return new EventBody("", false);
        }
        if (!compressed && !binary(body) && TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            try {
                return new EventBody(strictly(body), false);
            } catch (CharacterCodingException e) {
                // Bytes that are no UTF-8 would not survive as text: signatures are over the bytes.
                return encoded(body);
            }
        }
        return encoded(body);
    }

    /** Whether control characters are in it: as text in JSON they would take six times their room. */
    private static boolean binary(byte[] body) {
        for (byte one : body) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return true;
            }
        }
        return false;
    }

    private static EventBody encoded(byte[] body) {
        return new EventBody(Base64.getEncoder().encodeToString(body), true);
    }

    private static String strictly(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
