package dev.earshot.emulators.http;

import java.nio.charset.StandardCharsets;

/**
 * What goes back to a caller.
 *
 * @param status the HTTP status
 * @param contentType the body's media type
 * @param body the bytes as sent
 */
@SuppressWarnings("ArrayRecordComponent") // Handed straight to the socket; never compared.
public record Answer(int status, String contentType, byte[] body) {

    /** An answer whose body is this text in UTF-8. */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }
}
