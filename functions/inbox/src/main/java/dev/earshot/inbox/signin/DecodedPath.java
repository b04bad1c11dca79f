package dev.earshot.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * HTTP APIs hand on paths decoded, in which anything may be: spaces in an author's name, for one. What no path can hold is
 * written percent-encoded again, so that the rest of the way finds a URI.
 */
final class DecodedPath {

    private static final String ALSO_IN_PATHS = "-._~!$&'()*+,;=:@/";

    private DecodedPath() {}

    /** The same address, percent-encoded where it must be; an address that is a URI already is not changed. */
    static String escaped(String uri) {
        int query = uri.indexOf('?');
        byte[] path = (query < 0 ? uri : uri.substring(0, query)).getBytes(UTF_8);
        StringBuilder escaped = new StringBuilder(uri.length());
        for (int i = 0; i < path.length; i++) {
            if (isPlain(path[i]) || isEscape(path, i)) {
                escaped.append((char) path[i]);
            } else {
                escaped.append(String.format("%%%02X", path[i]));
            }
        }
        return escaped.append(query < 0 ? "" : uri.substring(query)).toString();
    }

    private static boolean isPlain(byte character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || (character > 0 && ALSO_IN_PATHS.indexOf(character) >= 0);
    }

    private static boolean isEscape(byte[] path, int at) {
        return path[at] == '%'
                && at + 2 < path.length
                && Character.digit(path[at + 1], 16) >= 0
                && Character.digit(path[at + 2], 16) >= 0;
    }
}
