package dev.earshot.ingest.provider;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) over raw bytes, compared in constant time. */
final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** Whether {@code signature} is the HMAC of the parts, joined, under any of the keys. No keys prove nothing. */
    static boolean matches(List<byte[]> keys, byte[] signature, byte[]... parts) {
        boolean matches = false;
        for (byte[] key : keys) {
            // Every key is tried, so that the time taken does not tell which one matched.
            matches |= key.length > 0 && MessageDigest.isEqual(sign(key, parts), signature);
        }
        return matches;
    }

    private static byte[] sign(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
