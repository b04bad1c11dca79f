package dev.earshot.provider.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.hook.Hook;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A header that holds the HMAC of a body, as most platforms sign: {@code X-Hub-Signature-256: sha256=<hex>} and its kin.
 *
 * @param header its name, as people write it
 * @param prefix what stands before the digest; empty when nothing does
 * @param algorithm of the HMAC
 * @param encoding of the digest
 */
public record HmacSignature(String header, String prefix, Hmac algorithm, Encoding encoding) {

    /** How the digest is written. */
    public enum Encoding {
        /** Two digits for each byte, in either case. */
        HEX,
        /** With padding, as RFC 4648 has it. */
        BASE64;

        private String write(byte[] digest) {
            return this == HEX
                    ? HexFormat.of().formatHex(digest)
                    : Base64.getEncoder().encodeToString(digest);
        }

        private byte[] read(String digest) {
            return this == HEX
                    ? HexFormat.of().parseHex(digest)
                    : Base64.getDecoder().decode(digest);
        }
    }

    /** A header {@code sha256=} with hexadecimal digits. */
    public static HmacSignature sha256Hex(String header) {
        return new HmacSignature(header, "sha256=", Hmac.SHA256, Encoding.HEX);
    }

    /** A header {@code sha256=} with base64. */
    public static HmacSignature sha256Base64(String header) {
        return new HmacSignature(header, "sha256=", Hmac.SHA256, Encoding.BASE64);
    }

    /** Whether the hook's body was signed with one of the source's secrets, which are keys as UTF-8. */
    public Proof verify(Hook hook, Source source) {
        return verify(hook, keys(source), hook.body());
    }

    /** Whether the parts, joined, were signed with one of the keys. */
    public Proof verify(Hook hook, List<byte[]> keys, byte[]... parts) {
        Optional<String> value = hook.header(header.toLowerCase(Locale.ROOT));
        if (value.isEmpty() || !value.get().startsWith(prefix)) {
            String scheme = prefix.isEmpty() ? "" : " or has another scheme than " + prefix.replace("=", "");
            return new Proof.Refused(header + " is missing" + scheme);
        }
        try {
            byte[] digest = encoding.read(value.get().substring(prefix.length()));
            return Proof.of(algorithm.matches(keys, digest, parts), header + " is not valid");
        } catch (IllegalArgumentException e) {
            return new Proof.Refused(header + " is not written as its platform writes it");
        }
    }

    /** The header's value for these parts, joined. */
    public String sign(byte[] key, byte[]... parts) {
        return prefix + encoding.write(algorithm.sign(key, parts));
    }

    /** The header's value for a body under a source's first secret. A source without secrets cannot sign: the value is empty. */
    public String sign(Source source, byte[] body) {
        List<byte[]> keys = keys(source);
        return keys.isEmpty() ? "" : sign(keys.get(0), body);
    }

    /** A source's secrets as keys: their UTF-8; empty ones are none. */
    public static List<byte[]> keys(Source source) {
        return source.secrets().stream()
                .filter(secret -> !secret.isBlank())
                .map(secret -> secret.getBytes(UTF_8))
                .toList();
    }
}
