package dev.earshot.inbox;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** A real OpenID Connect issuer for tests, and the function's settings that name it. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "earshot-api";
    static final String CLIENT = "earshot";
    static final String SESSION_KEY = "a-session-key-of-at-least-32-characters";

    private static final String NAME = "company";
    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "earshot.issuer",
                url(),
                "earshot.client-id",
                CLIENT,
                "earshot.audience",
                AUDIENCE,
                "earshot.session-key",
                SESSION_KEY,
                "earshot.table",
                "none",
                "earshot.notices-topic-arn",
                "arn:aws:sns:eu-central-1:000000000000:none",
                "earshot.mentions-queue-url",
                "http://127.0.0.1:1/none");
    }

    @Override
    public void stop() {
        SERVER.shutdown();
    }

    static String url() {
        return SERVER.issuerUrl(NAME).toString();
    }

    static MockOAuth2Server server() {
        return SERVER;
    }

    /** Claims that the API accepts. */
    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("u-1")
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("name", "Ada Lovelace")
                .claim("groups", List.of("support", "council"));
    }

    /** A token with these claims, signed by the issuer. */
    static String token(JWTClaimsSet claims) {
        return SERVER.anyToken(SERVER.issuerUrl(NAME), claims.toJSONObject(), java.time.Duration.ofMinutes(5))
                .serialize();
    }
}
