package dev.earshot.provider.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.HmacContract;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XProofTest extends HmacContract {

    private static final X PROVIDER = new X();

    XProofTest() {
        super("x", "x-twitter-webhooks-signature", "sha256=", false, "x/post-mention-create.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "YzY4ZTA5ODMtNmY1Yi00ZmRhLWI1MDItZjUxNGRhMTA4ODA4", "a+b/c==", "a b"})
    void theTokenOfACheckIsSignedWithTheFirstSecret(String token) {
        byte[] digest = Signed.hmac("HmacSHA256", "current".getBytes(UTF_8), token.getBytes(UTF_8));
        String expected = "{\"response_token\":\"sha256=" + Base64.getEncoder().encodeToString(digest) + "\"}";
        assertEquals(
                Optional.of(new HookAnswer.Handshake(200, Map.of("Content-Type", "application/json"), expected)),
                check(Map.of("crc_token", token), "", "current", "previous"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": 1}", " {", "a{b", "}", "\n", "", "ä", "a\u0000b"})
    void noTokenIsSignedThatCouldBeABody(String token) {
        assertInstanceOf(
                HookAnswer.Forbidden.class,
                check(Map.of("crc_token", token), "current").orElseThrow());
    }

    @Test
    void endlessTokensAndSourcesWithoutSecretsAreNotAnswered() {
        assertInstanceOf(
                HookAnswer.Forbidden.class,
                check(Map.of("crc_token", "a".repeat(1_025)), "current").orElseThrow());
        assertInstanceOf(
                HookAnswer.Forbidden.class, check(Map.of("crc_token", "foo")).orElseThrow());
        assertInstanceOf(
                HookAnswer.Forbidden.class,
                check(Map.of("crc_token", "foo"), "").orElseThrow());
    }

    @Test
    void otherRequestsAreNoCheck() {
        assertEquals(Optional.empty(), check(Map.of(), "current"));
        Source source = Signed.source("x", "current");
        Hook post = new Hook("POST", "our-source", "", Map.of(), Map.of("crc_token", "foo"), new byte[0]);
        assertEquals(Optional.empty(), PROVIDER.handshake(post, source, Signed.NOON));
    }

    @Test
    void xWantsExactly200() {
        HookAnswer.Accepted accepted = new HookAnswer.Accepted(List.of(), 1, List.of());
        assertEquals(200, PROVIDER.thanks(accepted, Signed.source("x")).status());
    }

    private static Optional<HookAnswer> check(Map<String, String> query, String... secrets) {
        Hook hook = new Hook("GET", "our-source", "", Map.of(), query, new byte[0]);
        return PROVIDER.handshake(hook, Signed.source("x", secrets), Signed.NOON);
    }
}
