package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every provider that writes the HMAC-SHA256 of what it sends into a header. */
public abstract class HmacContract {

    private final String name;
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
        this.name = name;
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

    @ParameterizedTest
    @ValueSource(strings = {"current", "previous"})
    void whileOneSecretReplacesTheOtherBothProve(String secret) {
        assertInstanceOf(Proof.Proven.class, verify(source(), signed(secret), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha1=", "SHA256=", "sha512=", "", " sha256=", "sha256:", "v0=", "v1=", "v0:"})
    void onlyTheRightPrefixBeforeTheRightDigestProves(String other) {
        Map<String, String> headers = signed("current");
        headers.put(header, other + headers.get(header).substring(prefix.length()));
        assertEquals(other.equals(prefix), verify(source(), headers, body) instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "0", "ü", "=", "====", " ", "AAAA"})
    void whatIsNoDigestIsRefusedAndNoFault(String digest) {
        Map<String, String> headers = signed("current");
        headers.put(header, prefix + digest);
        refused(source(), headers, body);
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
    void aForgedOrShortenedSignatureIsRefused() {
        refused(source(), signed("guessed"), body);
        Map<String, String> almost = signed("current");
        String value = almost.get(header);
        char first = value.charAt(prefix.length());
        almost.put(header, prefix + (first == '0' ? '1' : '0') + value.substring(prefix.length() + 1));
        refused(source(), almost, body);
        almost.put(header, value.substring(0, value.length() - 4));
        refused(source(), almost, body);
    }

    @Test
    void aBodyThatWasReEncodedOrCutIsRefused() {
        String text = new String(body, UTF_8);
        refused(source(), signed("current"), text.replace("\n", "").getBytes(UTF_8));
        refused(source(), signed("current"), text.replace("ö", "\\u00f6").getBytes(UTF_8));
        refused(source(), signed("current"), Arrays.copyOf(body, body.length - 1));
        refused(source(), signed("current"), new byte[0]);
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

    @Test
    void noHeaderNoSecretAndAnEmptySecretProveNothing() {
        refused(source(), Map.of(), body);
        refused(Signed.source(name), signed("current"), body);
        refused(Signed.source(name, ""), signed("current"), body);
    }

    @Test
    void anEmptySecretBesideARealOneOpensNothing() {
        Map<String, String> headers = signed("current");
        // An HMAC under a key of zeros is that under the empty key, which Java refuses to make.
        headers.put(header, prefix + encoded(Signed.hmac("HmacSHA256", new byte[64], whole(body))));
        refused(Signed.source(name, "", "current"), headers, body);
        assertInstanceOf(Proof.Proven.class, verify(Signed.source(name, "", "current"), signed("current"), body));
    }

    @Test
    void aRefusalTellsNeitherTheSecretNorTheRightSignature() {
        String reason = ((Proof.Refused) verify(source(), signed("guessed"), body)).reason();
        assertFalse(reason.contains("current") || reason.contains("previous"), reason);
        assertFalse(reason.toLowerCase(Locale.ROOT).matches(".*[0-9a-z+/]{40}.*"), reason);
    }

    /** The headers of the sample under a secret. */
    protected Map<String, String> signed(String secret) {
        Map<String, String> headers = new HashMap<>(headers());
        byte[] digest = Signed.hmac("HmacSHA256", secret.getBytes(UTF_8), whole(body));
        headers.put(header, prefix + encoded(digest));
        return headers;
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

    private Source source() {
        return Signed.source(name, "current", "previous");
    }

    private void refused(Source source, Map<String, String> headers, byte[] sent) {
        assertInstanceOf(Proof.Refused.class, verify(source, headers, sent));
    }

    private Proof verify(Source source, Map<String, String> headers, byte[] sent) {
        return Providers.named(name).orElseThrow().verify(Signed.hook(headers, sent), source, Signed.NOON);
    }
}
