package dev.earshot.provider.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.HmacContract;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackProofTest extends HmacContract {

    private static final Slack SLACK = new Slack();
    private static final String AT = Long.toString(Signed.NOON.getEpochSecond());
    private static final byte[] VERIFICATION = Signed.file("slack/url-verification.json");

    SlackProofTest() {
        super("slack", "x-slack-signature", "v0=", true, "slack/message.json");
    }

    @Override
    protected String head() {
        return "v0:" + AT + ":";
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("x-slack-request-timestamp", AT);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "100000000, false"})
    void aDeliveryIsFreshForFiveMinutes(long age, boolean proven) {
        String at = Long.toString(Signed.NOON.getEpochSecond() - age);
        assertEquals(proven, verify(at, at, VERIFICATION) instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "-1", "1e9", "1763726400.5", "99999999999999999999", "9223372036854775807", "٣"})
    void whatIsNoTimestampIsRefusedAndNoFault(String at) {
        assertInstanceOf(Proof.Refused.class, verify(at, at, VERIFICATION));
    }

    @Test
    void theTimestampIsSigned() {
        String later = Long.toString(Signed.NOON.getEpochSecond() + 1);
        assertInstanceOf(Proof.Refused.class, verify(later, AT, VERIFICATION));
    }

    @Test
    void aRepeatedDeliveryIsAsProvenAsTheFirst() {
        Map<String, String> headers = signed("current");
        headers.put("x-slack-retry-num", "1");
        headers.put("x-slack-retry-reason", "http_timeout");
        assertInstanceOf(Proof.Proven.class, verify(headers));
    }

    @Test
    void aSignedVerificationIsAnsweredItsChallenge() {
        assertEquals(
                Optional.of(new HookAnswer.Handshake(
                        200,
                        Map.of("Content-Type", "text/plain"),
                        "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P")),
                handshake("current", VERIFICATION));
    }

    @Test
    void anUnsignedVerificationIsLeftToTheProof() {
        assertEquals(Optional.empty(), handshake("guessed", VERIFICATION));
        assertInstanceOf(Proof.Refused.class, SLACK.verify(Signed.hook(Map.of(), VERIFICATION), source(), Signed.NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\": \"event_callback\"}", "{\"challenge\": \"url_verification\"}"})
    void otherDeliveriesAreNoVerification(String body) {
        assertEquals(Optional.empty(), handshake("current", body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"acme, true", "acme-lamps.enterprise, true", "'', false", "Acme, false", "acme/../x, false"})
    void theWorkspaceIsAName(String workspace, boolean right) {
        Source source = new Source(
                "our-source",
                "slack",
                List.of("s"),
                EarshotJson.mapper().createObjectNode().put("workspace", workspace));
        assertEquals(right, Providers.check(source).isEmpty());
        assertFalse(SLACK.setup(source, "https://example.com").isEmpty());
    }

    @Test
    void slackWantsExactly200() {
        HookAnswer.Accepted accepted = new HookAnswer.Accepted(List.of(), 1, List.of());
        assertEquals(200, SLACK.thanks(accepted, source()).status());
    }

    private static Source source() {
        return Signed.source("slack", "current");
    }

    private static Optional<HookAnswer> handshake(String secret, byte[] body) {
        return SLACK.handshake(Signed.hook(headers(AT, AT, secret, body), body), source(), Signed.NOON);
    }

    private static Proof verify(String stated, String signed, byte[] body) {
        return SLACK.verify(Signed.hook(headers(stated, signed, "current", body), body), source(), Signed.NOON);
    }

    private static Map<String, String> headers(String stated, String signed, String secret, byte[] body) {
        byte[] whole = ("v0:" + signed + ":" + new String(body, UTF_8)).getBytes(UTF_8);
        byte[] digest = Signed.hmac("HmacSHA256", secret.getBytes(UTF_8), whole);
        return new HashMap<>(Map.of(
                "x-slack-request-timestamp",
                stated,
                "x-slack-signature",
                "v0=" + HexFormat.of().formatHex(digest)));
    }
}
