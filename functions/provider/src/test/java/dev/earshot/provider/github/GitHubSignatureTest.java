package dev.earshot.provider.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Signed;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubSignatureTest {

    private static final String HEADER = "x-hub-signature-256";
    private static final GitHub GITHUB = new GitHub();
    private static final Source SOURCE = Signed.source("github", "current", "previous");
    private static final byte[] BODY = Signed.file("github/issues-opened.json");

    @ParameterizedTest
    @ValueSource(strings = {"current", "previous"})
    void whileOneSecretReplacesTheOtherBothProve(String secret) {
        assertInstanceOf(Proof.Proven.class, verify(SOURCE, signed(secret), BODY));
    }

    @Test
    void itDoesNotAge() {
        Proof proof = GITHUB.verify(Signed.hook(signed("current"), BODY), SOURCE, Signed.NOON.plusSeconds(100_000_000));
        assertInstanceOf(Proof.Proven.class, proof, "GitHub signs no time; doubles are dropped by mention id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha1=", "SHA256=", "sha512=", "", " sha256=", "sha256:"})
    void onlyTheRightPrefixBeforeTheRightDigestProves(String prefix) {
        Map<String, String> headers = signed("current");
        String digest = headers.get(HEADER).substring("sha256=".length());
        headers.put(HEADER, prefix + digest);
        assertEquals(prefix.equals("sha256="), verify(SOURCE, headers, BODY) instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha256=00", "sha256=zz", "sha256=0", "sha256=ü", "x", " "})
    void whatIsNoDigestIsRefusedAndNoFault(String value) {
        Map<String, String> headers = signed("current");
        headers.put(HEADER, value);
        refused(SOURCE, headers, BODY);
    }

    @Test
    void aForgedSignatureIsRefused() {
        refused(SOURCE, signed("guessed"), BODY);
        Map<String, String> almost = signed("current");
        char last = almost.get(HEADER).charAt(70);
        almost.put(HEADER, almost.get(HEADER).substring(0, 70) + (last == '0' ? '1' : '0'));
        refused(SOURCE, almost, BODY);
    }

    @Test
    void aBodyThatWasReEncodedOrCutIsRefused() {
        byte[] compact = new String(BODY, UTF_8).replace("\n", "").getBytes(UTF_8);
        refused(SOURCE, signed("current"), compact);
        refused(
                SOURCE,
                signed("current"),
                new String(BODY, UTF_8).replace("ö", "\\u00f6").getBytes(UTF_8));
        refused(SOURCE, signed("current"), Arrays.copyOf(BODY, BODY.length - 1));
        refused(SOURCE, signed("current"), new byte[0]);
    }

    @Test
    void theOldSha1HeaderAloneProvesNothing() {
        byte[] sha1 = Signed.hmac("HmacSHA1", "current".getBytes(UTF_8), BODY);
        Map<String, String> headers = new HashMap<>();
        headers.put("x-hub-signature", "sha1=" + HexFormat.of().formatHex(sha1));
        refused(SOURCE, headers, BODY);
        headers.put(HEADER, "sha1=" + HexFormat.of().formatHex(sha1));
        refused(SOURCE, headers, BODY);
    }

    @Test
    void noHeaderNoSecretAndAnEmptySecretProveNothing() {
        refused(SOURCE, Map.of(), BODY);
        refused(Signed.source("github"), signed("current"), BODY);
        refused(Signed.source("github", ""), signed("current"), BODY);
    }

    @Test
    void anEmptySecretBesideARealOneOpensNothing() {
        Map<String, String> headers = signed("current");
        // An HMAC under a key of zeros is that under the empty key, which Java refuses to make.
        byte[] underNothing = Signed.hmac("HmacSHA256", new byte[64], BODY);
        headers.put(HEADER, "sha256=" + HexFormat.of().formatHex(underNothing));
        refused(Signed.source("github", "", "current"), headers, BODY);
        assertInstanceOf(Proof.Proven.class, verify(Signed.source("github", "", "current"), signed("current"), BODY));
    }

    @Test
    void aRefusalTellsNeitherTheSecretNorTheRightSignature() {
        Map<String, String> headers = signed("guessed");
        String reason = ((Proof.Refused) verify(SOURCE, headers, BODY)).reason();
        assertFalse(reason.contains("current") || reason.contains("previous"), reason);
        assertFalse(reason.toLowerCase(Locale.ROOT).matches(".*[0-9a-f]{32}.*"), reason);
    }

    private static Map<String, String> signed(String secret) {
        return Signed.gitHub("issues", secret, BODY);
    }

    private static void refused(Source source, Map<String, String> headers, byte[] body) {
        assertInstanceOf(Proof.Refused.class, verify(source, headers, body));
    }

    private static Proof verify(Source source, Map<String, String> headers, byte[] body) {
        return GITHUB.verify(Signed.hook(headers, body), source, Signed.NOON);
    }
}
