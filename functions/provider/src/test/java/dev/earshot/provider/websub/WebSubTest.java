package dev.earshot.provider.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hubs ask and send. */
class WebSubTest {

    private static final String TOPIC = "https://www.youtube.com/feeds/videos.xml?channel_id=UCHaldenKettles0000000000";
    private static final Source SOURCE = source(List.of("a-secret", "the-one-before"), TOPIC);
    private static final WebSub WEB_SUB = new WebSub();

    @Test
    void aSubscriptionThatIsMeantIsConfirmedByTheBareChallenge() {
        HookAnswer.Handshake answer = handshake(Map.of(
                "hub.mode", "subscribe",
                "hub.topic", TOPIC,
                "hub.challenge", "9174835720947",
                "hub.lease_seconds", "432000"));
        assertEquals(200, answer.status());
        assertEquals("9174835720947", answer.body());
        assertEquals("text/plain; charset=utf-8", answer.headers().get("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, https://www.youtube.com/xml/feeds/videos.xml?channel_id=UCHaldenKettles0000000000",
        "subscribe, https://elsewhere.example.com/feed",
        "unsubscribe, https://elsewhere.example.com/feed",
        "unsubscribe, https://www.youtube.com/feeds/videos.xml?channel_id=UCHaldenKettles0000000000",
        "denied, https://elsewhere.example.com/feed",
    })
    void nothingElseIsConfirmed(String mode, String topic) {
        HookAnswer.Handshake answer =
                handshake(Map.of("hub.mode", mode, "hub.topic", topic, "hub.challenge", "challenge"));
        assertEquals(404, answer.status());
        assertEquals("", answer.body());
    }

    @Test
    void aDenialIsNoted() {
        HookAnswer.Handshake answer = handshake(Map.of("hub.mode", "denied", "hub.topic", TOPIC, "hub.reason", "no"));
        assertEquals(200, answer.status());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "a\r\nSet-Cookie: x", "\u0000"})
    void aChallengeThatIsNoneIsNotEchoed(String challenge) {
        Optional<HookAnswer> answer =
                ask("GET", Map.of("hub.mode", "subscribe", "hub.topic", TOPIC, "hub.challenge", challenge));
        assertInstanceOf(HookAnswer.Malformed.class, answer.orElseThrow());
    }

    @Test
    void aChallengeOfTwoKilobytesIsEchoedAndALongerOneIsNot() {
        String longest = "x".repeat(2048);
        assertEquals(
                longest,
                handshake(Map.of("hub.mode", "subscribe", "hub.topic", TOPIC, "hub.challenge", longest))
                        .body());
        assertInstanceOf(
                HookAnswer.Malformed.class,
                ask("GET", Map.of("hub.mode", "subscribe", "hub.topic", TOPIC, "hub.challenge", longest + "x"))
                        .orElseThrow());
    }

    @Test
    void whatIsNoQuestionOfAHubIsNoHandshake() {
        assertEquals(Optional.empty(), ask("GET", Map.of()));
        assertEquals(Optional.empty(), ask("POST", Map.of("hub.mode", "subscribe", "hub.topic", TOPIC)));
        assertInstanceOf(
                HookAnswer.Malformed.class,
                ask("GET", Map.of("hub.mode", "dance")).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "sha512, HmacSHA512"})
    void everyMethodProvesWithEitherSecretAndNothingElseDoes(String method, String algorithm) {
        byte[] body = Signed.file("websub/youtube-video.xml");
        String signature = method + "=" + hex(algorithm, "a-secret", body);
        assertTrue(proven(signature, body, SOURCE));
        assertTrue(proven(method + "=" + hex(algorithm, "the-one-before", body), body, SOURCE));
        assertTrue(!proven(method + "=" + hex(algorithm, "another", body), body, SOURCE));
        assertTrue(!proven(method + "=" + hex(algorithm, "a-secret", body), body, source(List.of(""), TOPIC)));
        assertTrue(!proven(signature, body, source(List.of(), TOPIC)));
        assertTrue(!proven(signature, Arrays.copyOf(body, body.length - 1), SOURCE));
        assertTrue(!proven(
                signature, new String(body, UTF_8).replace("&amp;", "&#38;").getBytes(UTF_8), SOURCE));
        assertTrue(!proven(signature.substring(0, signature.length() - 2), body, SOURCE), "cut");
        assertTrue(!proven(method + "=", body, SOURCE), "empty");
        String other = method.equals("sha1") ? "sha256" : "sha1";
        assertTrue(!proven(signature.replace(method, other), body, SOURCE), "under another method's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "md5=", "sha224=", "SHA256=", "sha256", "=", "sha-256=", "none=", "v1,"})
    void otherMethodsProveNothing(String prefix) {
        byte[] body = "<feed/>".getBytes(UTF_8);
        assertTrue(!proven(prefix + hex("HmacSHA256", "a-secret", body), body, SOURCE));
    }

    @Test
    void aDeliverySaysWhatTheFeedSays() {
        Hook hook = Signed.hook(Map.of(), Signed.file("websub/youtube-video.xml"));
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, WEB_SUB.parse(hook, SOURCE, Signed.NOON));
        Mention video = heard.mentions().get(0);
        assertEquals("websub", video.provider());
        assertEquals("yt:video:dQw4w9WgXcQ", video.externalId());
    }

    @Test
    void aSourceNamesOneToFiftyTopics() {
        assertEquals(Optional.empty(), fault(source(List.of("s"), TOPIC)));
        assertEquals(
                "source 'our-source' needs the option 'topics'",
                fault(Signed.source("websub", "s")).orElseThrow());
        String rule = "option 'topics' of source 'our-source' is a list of 1 to 50 http or https addresses of feeds";
        assertEquals(rule, fault(source(List.of("s"))).orElseThrow());
        assertEquals(rule, fault(source(List.of("s"), "file:///etc/passwd")).orElseThrow());
        String[] many = new String[51];
        Arrays.setAll(many, i -> TOPIC + i);
        assertEquals(rule, fault(source(List.of("s"), many)).orElseThrow());
        assertEquals(
                "secret 1 of source 'our-source' is longer than the 199 bytes that hubs take",
                fault(source(List.of("x".repeat(200)), TOPIC)).orElseThrow());
    }

    private static Optional<String> fault(Source source) {
        return Providers.check(source).map(fault -> fault.what());
    }

    private static boolean proven(String signature, byte[] body, Source source) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-hub-signature", signature);
        return WEB_SUB.verify(Signed.hook(headers, body), source, Signed.NOON) instanceof Proof.Proven;
    }

    private static String hex(String algorithm, String secret, byte[] body) {
        return HexFormat.of().formatHex(Signed.hmac(algorithm, secret.getBytes(UTF_8), body));
    }

    private static HookAnswer.Handshake handshake(Map<String, String> query) {
        return assertInstanceOf(HookAnswer.Handshake.class, ask("GET", query).orElseThrow());
    }

    private static Optional<HookAnswer> ask(String method, Map<String, String> query) {
        return WEB_SUB.handshake(new Hook(method, "our-source", "", Map.of(), query, new byte[0]), SOURCE, Signed.NOON);
    }

    private static Source source(List<String> secrets, String... topics) {
        ObjectNode options = EarshotJson.mapper().createObjectNode();
        Arrays.stream(topics).forEach(options.putArray("topics")::add);
        return new Source("our-source", "websub", secrets, options);
    }
}
