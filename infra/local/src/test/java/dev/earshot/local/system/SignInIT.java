package dev.earshot.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.local.cli.CommandLineTestSupport;
import dev.earshot.local.cloud.LocalCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./earshot token} against a running local cloud, checked as a function checks it. */
class SignInIT {

    private static LocalCloud cloud;

    @BeforeAll
    static void startsTheLocalCloud() throws Exception {
        cloud = TestCloud.startWithInboxAlone();
    }

    @AfterAll
    static void endsIt() {
        cloud.close();
    }

    @Test
    void aTokenIsSignedWithTheKeyOfTheIssuerThatTheStatusNames() throws Exception {
        URI issuer = URI.create(EarshotJson.mapper()
                .readTree(CommandLineTestSupport.status(cloud.address()))
                .path("issuer")
                .asText());
        SignedJWT token = SignedJWT.parse(earshot(0, "token", "--user", "Ana", "--groups", "product,listening"));
        JWKSet keys = JWKSet.parse(get(URI.create(issuer + "/jwks")));
        assertTrue(token.verify(new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertEquals(issuer.toString(), claims.getIssuer());
        assertEquals("Ana", claims.getSubject());
        assertEquals("Ana", claims.getStringClaim("name"));
        assertEquals(List.of("product", "listening"), claims.getStringListClaim("groups"));
        assertEquals(List.of("earshot"), claims.getAudience());
        assertEquals(
                Duration.ofHours(1),
                Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()));
    }

    @Test
    void itIsForTheCouncilUnlessToldOtherwise() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(earshot(0, "token")).getJWTClaimsSet();
        assertEquals("you", claims.getSubject());
        assertEquals(List.of("council"), claims.getStringListClaim("groups"));
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() {
        String unknown = earshot(2, "token", "--groups", "product,nobody");
        assertTrue(unknown.startsWith("earshot: there is no group 'nobody'; there are product, "), unknown);
        assertTrue(unknown.endsWith("listening, council"), unknown);
        assertEquals(
                "earshot: a name has 1 to 64 characters, all of them printable", earshot(2, "token", "--user", " "));
    }

    @Test
    void onlyAPersonGetsAToken() throws Exception {
        for (String body :
                List.of("", "[]", "{}", "{\"name\":\"a\"}", "{\"name\":\"a\",\"groups\":[],\"x\":1}", "nul")) {
            HttpRequest request = HttpRequest.newBuilder(cloud.address().resolve("/_local/token"))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            assertEquals(
                    400,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode(),
                    body);
        }
    }

    private static String earshot(int code, String... arguments) {
        return CommandLineTestSupport.run(code, cloud.address().getPort(), arguments)
                .strip();
    }

    private static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
