package dev.earshot.analyze.trial;

import static dev.earshot.analyze.trial.Tokens.Verdict.ACCEPTED;
import static dev.earshot.analyze.trial.Tokens.Verdict.NOT_NOW;
import static dev.earshot.analyze.trial.Tokens.Verdict.REFUSED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.BearerRule;
import dev.earshot.core.access.SignInRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IssuerTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static TestIssuer issuer;
    private static IssuerTokens tokens;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer();
        tokens = tokens(Optional.of(TestIssuer.AUDIENCE));
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    private static IssuerTokens tokens(Optional<String> audience) {
        return new IssuerTokens(
                issuer.url(), new BearerRule(audience, TestIssuer.CLIENT), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void whatTheIssuerSignedForTheApiIsAccepted() {
        assertEquals(ACCEPTED, tokens.verify(issuer.token(issuer.claims(NOON))));
        assertEquals(ACCEPTED, tokens.verify(TestIssuer.signed(issuer.claims(NOON), issuer.ec, "ES256")));
    }

    @Test
    void aTokenMayNameTheClientInPlaceOfAnAudience() {
        JwtClaims claims = issuer.claims(NOON);
        claims.unsetClaim("aud");
        claims.setStringClaim("client_id", TestIssuer.CLIENT);
        assertEquals(ACCEPTED, tokens(Optional.empty()).verify(issuer.token(claims)));
        claims.setStringClaim("client_id", "else");
        assertEquals(REFUSED, tokens(Optional.empty()).verify(issuer.token(claims)));
    }

    @Test
    void aSignInIsAnIdTokenOfOurClientAndNothingElse() {
        IssuerTokens signIns =
                new IssuerTokens(issuer.url(), new SignInRule(TestIssuer.CLIENT), Clock.fixed(NOON, ZoneOffset.UTC));
        assertEquals(ACCEPTED, signIns.verify(with(c -> c.setAudience(TestIssuer.CLIENT))));
        assertEquals(ACCEPTED, signIns.verify(with(c -> c.setAudience("else", TestIssuer.CLIENT))));
        assertEquals(REFUSED, signIns.verify(with(c -> c.setAudience("else"))));
        assertEquals(REFUSED, signIns.verify(with(c -> c.unsetClaim("aud"))));
        assertEquals(REFUSED, signIns.verify(with(c -> {
            c.setAudience(TestIssuer.CLIENT);
            c.setExpirationTime(TestIssuer.at(NOON.minusSeconds(60)));
        })));
    }

    @Test
    void clocksMayDifferBySeconds() {
        assertEquals(ACCEPTED, tokens.verify(with(c -> {
            c.unsetClaim("nbf");
            c.setExpirationTime(TestIssuer.at(NOON.minusSeconds(3)));
        })));
        assertEquals(ACCEPTED, tokens.verify(with(c -> c.setNotBefore(TestIssuer.at(NOON.plusSeconds(4))))));
    }

    @TestFactory
    Stream<DynamicTest> everyOtherTokenIsRefused() throws Exception {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("none", "");
        others.put("no token", "abc");
        others.put("three parts of nothing", "a.b.c");
        others.put("too long", "a".repeat(20_000));
        others.put("expired", with(c -> {
            c.unsetClaim("nbf");
            c.setExpirationTime(TestIssuer.at(NOON.minusSeconds(30)));
        }));
        others.put("never expiring", with(c -> c.unsetClaim("exp")));
        others.put("not yet valid", with(c -> c.setNotBefore(TestIssuer.at(NOON.plusSeconds(60)))));
        others.put("of another issuer", with(c -> c.setIssuer("https://issuer.example.com")));
        others.put("of no issuer", with(c -> c.unsetClaim("iss")));
        others.put("for another audience", with(c -> c.setAudience("else")));
        others.put("for nobody", with(c -> c.unsetClaim("aud")));
        others.put("of nobody", with(c -> c.unsetClaim("sub")));
        others.put("an ID token", with(c -> c.setStringClaim("token_use", "id")));
        JwtClaims good = issuer.claims(NOON);
        others.put("unsigned", TestIssuer.signed(good, null, "rsa", "none"));
        byte[] publicKey = issuer.rsa.getRsaPublicKey().getEncoded();
        others.put(
                "signed with the public key as a secret",
                TestIssuer.signed(good, new HmacKey(publicKey), "rsa", "HS256"));
        others.put("signed by an algorithm that was not agreed", TestIssuer.signed(good, issuer.rsa, "RS512"));
        RsaJsonWebKey stranger = RsaJwkGenerator.generateJwk(2048);
        stranger.setKeyId("rsa");
        others.put("of a stranger's key under the same id", TestIssuer.signed(good, stranger, "RS256"));
        stranger.setKeyId("unknown");
        others.put("of a key that is not known", TestIssuer.signed(good, stranger, "RS256"));
        others.put("edited", edited(issuer.token(good)));
        return others.entrySet().stream()
                .map(other -> DynamicTest.dynamicTest(
                        other.getKey(), () -> assertEquals(REFUSED, tokens.verify(other.getValue()))));
    }

    @Test
    void madeUpKeyIdsDoNotBecomeRequests() throws Exception {
        assertEquals(ACCEPTED, tokens.verify(issuer.token(issuer.claims(NOON))));
        RsaJsonWebKey stranger = RsaJwkGenerator.generateJwk(2048);
        int before = issuer.keyRequests.get();
        for (int i = 0; i < 20; i++) {
            stranger.setKeyId("made-up-" + i);
            assertEquals(REFUSED, tokens.verify(TestIssuer.signed(issuer.claims(NOON), stranger, "RS256")));
        }
        assertTrue(issuer.keyRequests.get() <= before + 1, "asked " + issuer.keyRequests);
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNobodysFaultAndAskedAgain() {
        try (TestIssuer failing = new TestIssuer()) {
            IssuerTokens theirs = new IssuerTokens(
                    failing.url(),
                    new BearerRule(Optional.of(TestIssuer.AUDIENCE), TestIssuer.CLIENT),
                    Clock.fixed(NOON, ZoneOffset.UTC));
            String token = failing.token(failing.claims(NOON));
            failing.metadataFail(true);
            assertEquals(NOT_NOW, theirs.verify(token));
            failing.metadataFail(false);
            failing.keysFail(true);
            assertEquals(NOT_NOW, theirs.verify(token));
            failing.keysFail(false);
            assertEquals(ACCEPTED, theirs.verify(token));
        }
    }

    private static String with(Consumer<JwtClaims> change) {
        JwtClaims claims = issuer.claims(NOON);
        change.accept(claims);
        return issuer.token(claims);
    }

    private static String edited(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("u-1", "u-2");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + "."
                + parts[2];
    }
}
