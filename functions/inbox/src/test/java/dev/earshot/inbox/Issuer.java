package dev.earshot.inbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** A real OpenID Connect issuer for tests, and the function's settings that name it. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "earshot-api";
    static final String CLIENT = "earshot";
    static final String SESSION_KEY = "a-session-key-of-at-least-32-characters";

    private static final String NAME = "company";
    private static final KeyProvider KEYS = new KeyProvider();
    private static final MockOAuth2Server SERVER =
            new MockOAuth2Server(new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(KEYS)));

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return settings(url());
    }

    static Map<String, String> settings(String issuer) {
        return Map.of(
                "earshot.issuer", issuer,
                "earshot.client-id", CLIENT,
                "earshot.audience", AUDIENCE,
                "earshot.session-key", SESSION_KEY,
                "earshot.table", "none",
                "earshot.notices-topic-arn", "arn:aws:sns:eu-central-1:000000000000:none",
                "earshot.erasures-table", "none",
                "earshot.mentions-queue-url", "http://127.0.0.1:1/none",
                "earshot.erasures-queue-url", "http://127.0.0.1:1/none",
                "earshot.lessons-queue-url", "http://127.0.0.1:1/none");
    }

    @Override
    public void stop() {
        SERVER.shutdown();
    }

    static String url() {
        return SERVER.issuerUrl(NAME).toString();
    }

    /** The key that its tokens are signed with, with the private part. */
    static RSAKey key() {
        return (RSAKey) KEYS.signingKey(NAME);
    }

    /** The next sign-in is this person's. */
    static void signsInNext(String subject, String name, List<String> groups, long seconds) {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback(
                NAME, subject, "JWT", List.of(CLIENT), Map.of("name", name, "groups", groups), seconds));
    }

    /** Claims that the API accepts. */
    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("u-1")
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("name", "Ada Lovelace")
                .claim("groups", List.of("support", "council"));
    }

    /** A token with these claims, signed by the issuer. */
    static String token(JWTClaimsSet.Builder claims) {
        try {
            return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token with these claims and the issuer's key id, signed by anybody. */
    static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(algorithm).keyID(key().getKeyID()).build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
