package dev.earshot.provider.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.HmacContract;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
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

class MetaProofTest extends HmacContract {

    private static final Meta META = new Meta();

    MetaProofTest() {
        super("meta", "x-hub-signature-256", "sha256=", true, "meta/feed-comment-add.json");
    }

    @Test
    void escapesAreSignedAsTheyCame() {
        byte[] escaped = "{\"object\":\"page\",\"entry\":[],\"x\":\"\\u00e4\\u00f6\\u00e5\"}".getBytes(UTF_8);
        byte[] decoded = new String(escaped, UTF_8)
                .replace("\\u00e4\\u00f6\\u00e5", "äöå")
                .getBytes(UTF_8);
        String digest = HexFormat.of().formatHex(Signed.hmac("HmacSHA256", "s".getBytes(UTF_8), escaped));
        Map<String, String> headers = Map.of("x-hub-signature-256", "sha256=" + digest);
        Source source = Signed.source("meta", "s");
        assertInstanceOf(Proof.Proven.class, META.verify(Signed.hook(headers, escaped), source, Signed.NOON));
        assertInstanceOf(Proof.Refused.class, META.verify(Signed.hook(headers, decoded), source, Signed.NOON));
    }

    @Test
    void whoKnowsTheTokenIsAnsweredItsChallenge() {
        HookAnswer.Handshake answer =
                assertInstanceOf(HookAnswer.Handshake.class, handshake("meatyhamhock", "hub.mode", "subscribe"));
        assertEquals(new HookAnswer.Handshake(200, Map.of("Content-Type", "text/plain"), "1158201444"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "hub.verify_token, wrong",
        "hub.verify_token, meatyhamhoc",
        "hub.verify_token, MEATYHAMHOCK",
        "hub.verify_token, ''",
        "hub.mode, unsubscribe",
        "hub.mode, ''",
        "hub.challenge, ''",
        "hub.challenge, <script>",
        "hub.challenge, 'a b'"
    })
    void anyOtherHandshakeIsForbidden(String parameter, String value) {
        assertInstanceOf(HookAnswer.Forbidden.class, handshake("meatyhamhock", parameter, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyTokenIsKnownToNobody(String token) {
        assertInstanceOf(HookAnswer.Forbidden.class, handshake(token, "hub.verify_token", token));
    }

    @Test
    void withoutATokenOrParametersThereIsNoHandshake() {
        Hook bare = new Hook("GET", "our-source", "", Map.of(), Map.of(), new byte[0]);
        assertInstanceOf(
                HookAnswer.Forbidden.class,
                META.handshake(bare, Signed.source("meta", "secret"), Signed.NOON)
                        .orElseThrow());
        assertEquals(
                Optional.empty(),
                META.handshake(Signed.hook(Map.of(), new byte[0]), Signed.source("meta", "secret"), Signed.NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "5", "[\"a\"]", "null"})
    void aTokenThatIsNoneIsRefusedInTheConfiguration(String token) throws Exception {
        Source source = new Source(
                "our-source",
                "meta",
                List.of("secret"),
                EarshotJson.mapper().readTree("{\"verifyToken\": " + token + "}"));
        assertFalse(Providers.check(source).isEmpty());
    }

    @Test
    void metaWantsExactly200() {
        HookAnswer.Accepted accepted = new HookAnswer.Accepted(List.of(), 1, List.of());
        assertEquals(200, META.thanks(accepted, Signed.source("meta")).status());
    }

    private static HookAnswer handshake(String configured, String parameter, String value) {
        Map<String, String> query = new HashMap<>(
                Map.of("hub.mode", "subscribe", "hub.challenge", "1158201444", "hub.verify_token", "meatyhamhock"));
        query.put(parameter, value);
        Source source = new Source(
                "our-source",
                "meta",
                List.of("secret"),
                EarshotJson.mapper().createObjectNode().put("verifyToken", configured));
        Hook hook = new Hook("GET", "our-source", "", Map.of(), query, new byte[0]);
        return META.handshake(hook, source, Signed.NOON).orElseThrow();
    }
}
