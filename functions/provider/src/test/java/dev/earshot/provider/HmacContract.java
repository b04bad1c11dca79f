package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every provider that writes the HMAC-SHA256 of what it sends into a header. */
public abstract class HmacContract extends SignatureContract {

    private final String header;
    private final String prefix;
    private final boolean hex;
    private final byte[] body;

    /**
     * @param header in lower case
     * @param hex whether the digest is in hexadecimal digits, or else in base64
     * @param file a sample with characters outside of ASCII
     */
    protected HmacContract(String name, String header, String prefix, boolean hex, String file) {
        super(Providers.named(name).orElseThrow(), header, prefix, Signed.file(file));
        this.header = header;
        this.prefix = prefix;
        this.hex = hex;
        this.body = Signed.file(file);
    }

    /** What is signed before the body. */
    protected String head() {
        return "";
    }

    /** The headers beside the signature. */
    protected Map<String, String> headers() {
        return Map.of();
    }

    @Override
    protected final Map<String, String> signed(byte[] key, byte[] signedBody) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put(header, prefix + encoded(Signed.hmac("HmacSHA256", key, whole(signedBody))));
        return headers;
    }

    @Test
    void theDigestInAnotherEncodingIsRefused() {
        Map<String, String> headers = signed("current");
        byte[] digest = Signed.hmac("HmacSHA256", "current".getBytes(UTF_8), whole(body));
        headers.put(
                header,
                prefix
                        + (hex
                                ? Base64.getEncoder().encodeToString(digest)
                                : HexFormat.of().formatHex(digest)));
        refused(source(), headers, body);
    }

    @Test
    void sha1ProvesNothing() {
        byte[] digest = Signed.hmac("HmacSHA1", "current".getBytes(UTF_8), whole(body));
        Map<String, String> headers = signed("current");
        for (String scheme : new String[] {prefix, "sha1="}) {
            headers.put(header, scheme + encoded(digest));
            headers.put("x-hub-signature", "sha1=" + HexFormat.of().formatHex(digest));
            refused(source(), headers, body);
        }
    }

    /** The proof of the sample with these headers at noon. */
    protected Proof verify(Map<String, String> headers) {
        return verify(source(), headers, body);
    }

    private String encoded(byte[] digest) {
        return hex ? HexFormat.of().formatHex(digest) : Base64.getEncoder().encodeToString(digest);
    }

    private byte[] whole(byte[] sent) {
        byte[] before = head().getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(before, before.length + sent.length);
        System.arraycopy(sent, 0, whole, before.length, sent.length);
        return whole;
    }
}
