package dev.earshot.poll.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.mention.Mention;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for long things, by which they are known again. */
final class Fingerprint {

    /** Of 500 entries, two are mistaken for each other once in 10^14 feeds. */
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** Of an address. */
    static String of(String url) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(url), BYTES));
    }

    /** Of one version of a mention. */
    static String of(Mention mention) {
        return of(mention.externalId() + "\n" + mention.version() + "\n" + mention.deleted());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
