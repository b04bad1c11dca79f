package dev.earshot.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Issuer.class)
class BearerTokenTest {

    @Test
    void aGoodTokenIsAcceptedAndNamesItsBearer() {
        HttpResponse<String> answer = call(Issuer.token(Issuer.claims()));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "{\"subject\":\"u-1\",\"name\":\"Ada Lovelace\",\"groups\":[\"council\",\"support\"]}", answer.body());
    }

    @Test
    void aTokenThatNamesTheClientInPlaceOfAnAudienceIsAccepted() {
        String cognitos = Issuer.token(Issuer.claims()
                .audience((String) null)
                .claim("client_id", Issuer.CLIENT)
                .claim("token_use", "access"));
        assertEquals(200, call(cognitos).statusCode());
    }

    @Test
    void oneAudienceOfSeveralIsEnough() {
        assertEquals(
                200,
                call(Issuer.token(Issuer.claims().audience(List.of("else", Issuer.AUDIENCE))))
                        .statusCode());
    }

    @Test
    void withoutATokenThereIsNoAnswerAndNoRedirect() {
        HttpResponse<String> answer = new Browser().get("/api/me");
        Problems.assertProblem(401, answer);
        assertEquals("Bearer", answer.headers().firstValue("www-authenticate").orElseThrow());
        Problems.assertProblem(401, new Browser().get("/api/no-such-thing"));
        Problems.assertProblem(401, new Browser().get("/api"));
        Problems.assertProblem(401, new Browser().get("/api/openapi"));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertRefused("");
        assertRefused("abc");
        assertRefused("a.b.c");
        Problems.assertProblem(401, new Browser().get("/api/me", "Authorization", "Basic dTpw"));
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertRefused(Issuer.token(
                Issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(30)))));
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        assertRefused(Issuer.token(Issuer.claims().expirationTime(null)));
    }

    @Test
    void aTokenThatIsNotYetValidIsRefused() {
        assertRefused(Issuer.token(
                Issuer.claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(Issuer.token(Issuer.claims().issuer("https://issuer.example.com")));
    }

    @Test
    void aTokenForAnotherAudienceOrClientIsRefused() {
        assertRefused(Issuer.token(Issuer.claims().audience("else")));
        assertRefused(Issuer.token(Issuer.claims().audience((String) null)));
        assertRefused(Issuer.token(Issuer.claims().audience("else").claim("client_id", "else")));
    }

    @Test
    void anIdTokenIsRefused() {
        assertRefused(Issuer.token(Issuer.claims().audience(Issuer.CLIENT)));
        assertRefused(Issuer.token(Issuer.claims().claim("token_use", "id")));
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        assertRefused(Issuer.token(Issuer.claims().subject(null)));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertRefused(new PlainJWT(Issuer.claims().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        byte[] der = Issuer.key().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(der, pem.getBytes(UTF_8))) {
            assertRefused(Issuer.signed(Issuer.claims(), JWSAlgorithm.HS256, new MACSigner(secret)));
        }
    }

    @Test
    void aTokenOfAnotherKeyUnderTheSameIdIsRefused() throws Exception {
        RSASSASigner stranger = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        assertRefused(Issuer.signed(Issuer.claims(), JWSAlgorithm.RS256, stranger));
    }

    @Test
    void aTokenWithEditedClaimsIsRefused() {
        String[] parts = Issuer.token(Issuer.claims()).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("u-1", "u-2");
        String edited = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        assertRefused(parts[0] + "." + edited + "." + parts[2]);
    }

    @Test
    void moreGroupsThanCanBeUsedAreSaidSo() {
        List<String> groups =
                IntStream.range(0, 201).mapToObj(i -> "group-" + i).toList();
        var problem =
                Problems.assertProblem(403, call(Issuer.token(Issuer.claims().claim("groups", groups))));
        assertTrue(problem.path("detail").asText().contains("200 groups"), problem.toString());
    }

    private static void assertRefused(String token) {
        HttpResponse<String> answer = call(token);
        Problems.assertProblem(401, answer);
        assertEquals(
                "Bearer error=\"invalid_token\"",
                answer.headers().firstValue("www-authenticate").orElseThrow());
        assertTrue(token.isEmpty() || !answer.body().contains(token), "the token is in the answer");
        assertFalse(answer.headers().map().containsKey("set-cookie"), "a program gets no cookies");
    }

    private static HttpResponse<String> call(String token) {
        return new Browser().get("/api/me", "Authorization", "Bearer " + token);
    }
}
