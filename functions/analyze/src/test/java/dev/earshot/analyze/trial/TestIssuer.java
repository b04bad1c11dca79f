package dev.earshot.analyze.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An issuer with metadata, keys and tokens; it can be made to fail. */
final class TestIssuer implements AutoCloseable {

    static final String AUDIENCE = "earshot-api";
    static final String CLIENT = "earshot";

    final AtomicInteger keyRequests = new AtomicInteger();
    final RsaJsonWebKey rsa;
    final EllipticCurveJsonWebKey ec;

    private final HttpServer server;
    private volatile boolean metadataFail;
    private volatile boolean keysFail;

    TestIssuer() {
        try {
            rsa = RsaJwkGenerator.generateJwk(2048);
            rsa.setKeyId("rsa");
            ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            ec.setKeyId("ec");
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (JoseException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        metadataFail ? 500 : 200,
                        "{\"issuer\": \"" + url() + "\", \"jwks_uri\": \"" + url() + "/keys\"}"));
        server.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, keysFail ? 500 : 200, keys());
        });
        server.start();
    }

    private String keys() {
        return new JsonWebKeySet(List.of(rsa, ec)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void metadataFail(boolean fail) {
        metadataFail = fail;
    }

    void keysFail(boolean fail) {
        keysFail = fail;
    }

    /** Claims that are accepted at {@code now}. */
    JwtClaims claims(Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setSubject("u-1");
        claims.setAudience(AUDIENCE);
        claims.setNotBefore(at(now));
        claims.setExpirationTime(at(now.plusSeconds(300)));
        return claims;
    }

    static NumericDate at(Instant time) {
        return NumericDate.fromSeconds(time.getEpochSecond());
    }

    String token(JwtClaims claims) {
        return signed(claims, rsa, "RS256");
    }

    static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
        return signed(claims, key.getPrivateKey(), key.getKeyId(), algorithm);
    }

    /** Signed by whatever key, or none, under whatever algorithm. */
    static String signed(JwtClaims claims, Key key, String keyId, String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setDoKeyValidation(false);
        token.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(keyId);
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
