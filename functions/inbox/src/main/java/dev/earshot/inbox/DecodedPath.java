package dev.earshot.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * HTTP APIs hand on paths decoded, in which anything may be: spaces in an author's name, for one. Quarkus takes URIs alone
 * and answers 500 to all else, so what no path can hold is percent-encoded again.
 */
final class DecodedPath {

    private static final String ALSO_IN_PATHS = "-._~!$&'()*+,;=:@/";

    private DecodedPath() {}

    /** The path as part of a URI. */
    static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte character : path.getBytes(UTF_8)) {
            if (isPlain(character)) {
                encoded.append((char) character);
            } else {
                encoded.append(String.format("%%%02X", character));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(byte character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || (character > 0 && ALSO_IN_PATHS.indexOf(character) >= 0);
    }
}
