package dev.earshot.provider.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import java.security.MessageDigest;

/** One of a source's secrets, handed over as it is, compared in constant time. */
public final class SharedToken {

    private SharedToken() {}

    /** Whether {@code token} is one of the source's secrets; empty ones are none. */
    public static boolean matches(Source source, String token) {
        boolean matches = false;
        for (String secret : source.secrets()) {
            // Every secret is tried, so that the time taken does not tell which one matched.
            matches |= same(secret, token);
        }
        return matches;
    }

    /** Whether {@code token} is the one that is expected; an empty one is expected of nobody. */
    public static boolean same(String expected, String token) {
        return !expected.isBlank() && MessageDigest.isEqual(expected.getBytes(UTF_8), token.getBytes(UTF_8));
    }
}
