package dev.earshot.provider.hook;

import java.util.Map;
import java.util.Optional;

/**
 * One request to {@code /hooks/{source}} or {@code /hooks/{source}/{secret}}.
 *
 * @param method GET, POST and so on, in upper case
 * @param source the name in the path, as it came
 * @param pathSecret the last path segment of providers without signatures; empty when there is none
 * @param headers by lower-case name
 * @param query by name, decoded
 * @param body the raw bytes, as the sender signed them
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying up to 4 MB for each hook would serve nobody.
public record Hook(
        String method,
        String source,
        String pathSecret,
        Map<String, String> headers,
        Map<String, String> query,
        byte[] body) {

    /** A header by its lower-case name; empty when missing or blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }
}
