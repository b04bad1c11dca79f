package dev.earshot.provider.proof;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104) over raw bytes, compared in constant time. */
public enum Hmac {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA384("HmacSHA384"),
    SHA512("HmacSHA512");

    private final String algorithm;

    Hmac(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Whether {@code signature} is the HMAC of the parts, joined, under any of the keys. No keys prove nothing. */
    public boolean matches(List<byte[]> keys, byte[] signature, byte[]... parts) {
        boolean matches = false;
        for (byte[] key : keys) {
            // Every key is tried, so that the time taken does not tell which one matched.
            matches |= key.length > 0 && MessageDigest.isEqual(sign(key, parts), signature);
        }
        return matches;
    }

    /** The HMAC of the parts, joined. */
    public byte[] sign(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
