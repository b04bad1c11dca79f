package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every provider that signs a body in one header. */
public abstract class SignatureContract {

    private final Provider provider;
    private final String header;
    private final String prefix;
    private final byte[] body;

    /**
     * @param header the signature's, in lower case
     * @param body one that the platform sends, with an ö in it
     */
    protected SignatureContract(Provider provider, String header, String prefix, byte[] body) {
        this.provider = provider;
        this.header = header;
        this.prefix = prefix;
        this.body = body;
    }

    /** The headers as the platform sends them. */
    protected abstract Map<String, String> signed(byte[] key, byte[] signedBody);

    @Test
    void bothSecretsOfARotationProve() {
        for (String secret : List.of("current", "previous")) {
            assertInstanceOf(Proof.Proven.class, verify(source(), signed(secret), body));
        }
    }

    @Test
    void forgedAndAlteredSignaturesAreRefused() {
        refused(source(), signed("guessed"), body);
        String right = signed("current").get(header);
        int at = prefix.length() + 3;
        char other = right.charAt(at) == '1' ? '2' : '1';
        refusedWith(right.substring(0, at) + other + right.substring(at + 1));
        char first = right.charAt(prefix.length()) == '0' ? '1' : '0';
        refusedWith(prefix + first + right.substring(prefix.length() + 1));
        refusedWith(right.substring(0, right.length() - 4));
        refusedWith(right + right.substring(prefix.length()));
    }

    @Test
    void onlyTheRightPrefixBeforeTheRightDigestProves() {
        String digest = signed("current").get(header).substring(prefix.length());
        for (String given : List.of(
                "sha256=",
                "sha1=",
                "SHA256=",
                "SHA1=",
                "sha512=",
                "v0=",
                "v1=",
                "v0:",
                "v1,",
                " sha256=",
                "sha256:",
                "")) {
            Map<String, String> headers = signed("current");
            headers.put(header, given + digest);
            assertEquals(given.equals(prefix), verify(source(), headers, body) instanceof Proof.Proven, given);
        }
    }

    @Test
    void whatIsNoDigestIsRefusedAndNoFault() {
        for (String digest : List.of("", "00", "zz", "0", "ü", "=", "====", " ", "AAAA", "\u0000")) {
            refusedWith(prefix + digest);
        }
        refusedWith("x");
    }

    @Test
    void theRightKeyUnderAnotherAlgorithmProvesNothing() {
        for (String algorithm : List.of("HmacSHA1", "HmacSHA256", "HmacSHA512")) {
            byte[] digest = Signed.hmac(algorithm, "current".getBytes(UTF_8), body);
            String name = algorithm.replace("Hmac", "").toLowerCase(Locale.ROOT) + "=";
            Map<String, String> headers = signed("current");
            headers.put(header, name + HexFormat.of().formatHex(digest));
            boolean right = headers.equals(signed("current"));
            assertEquals(right, verify(source(), headers, body) instanceof Proof.Proven, algorithm);
        }
    }

    @Test
    void aBodyThatWasReEncodedCutOrEmptiedIsRefused() {
        String text = new String(body, UTF_8);
        refused(source(), signed("current"), text.replace("\n", "").getBytes(UTF_8));
        refused(source(), signed("current"), text.replace("ö", "\\u00f6").getBytes(UTF_8));
        refused(source(), signed("current"), Arrays.copyOf(body, body.length - 1));
        refused(source(), signed("current"), new byte[0]);
    }

    @Test
    void noHeaderNoSecretAndAnEmptySecretProveNothing() {
        refused(source(), Map.of(), body);
        Map<String, String> without = signed("current");
        without.remove(header);
        refused(source(), without, body);
        refused(Signed.source(provider.name()), signed("current"), body);
        refused(Signed.source(provider.name(), ""), signed("current"), body);
        // An HMAC under a key of zeros is that under the empty key, which Java refuses to make.
        Map<String, String> underNothing = signed(new byte[64], body);
        refused(Signed.source(provider.name(), "", "current"), underNothing, body);
        Proof right = verify(Signed.source(provider.name(), "", "current"), signed("current"), body);
        assertInstanceOf(Proof.Proven.class, right);
    }

    @Test
    void aRefusalTellsNeitherTheSecretNorTheRightSignature() {
        String reason = ((Proof.Refused) verify(source(), signed("guessed"), body)).reason();
        assertFalse(reason.contains("current") || reason.contains("previous"), reason);
        assertFalse(reason.toLowerCase(Locale.ROOT).matches(".*[0-9a-z+/]{40}.*"), reason);
    }

    protected final Map<String, String> signed(String secret) {
        return new HashMap<>(signed(secret.getBytes(UTF_8), body));
    }

    final Source source() {
        return Signed.source(provider.name(), "current", "previous");
    }

    private void refusedWith(String value) {
        Map<String, String> headers = signed("current");
        headers.put(header, value);
        refused(source(), headers, body);
    }

    final void refused(Source source, Map<String, String> headers, byte[] given) {
        assertInstanceOf(Proof.Refused.class, verify(source, headers, given));
    }

    final Proof verify(Source source, Map<String, String> headers, byte[] given) {
        return provider.verify(Signed.hook(headers, given), source, Signed.NOON);
    }
}
