package dev.earshot.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerTest {

    private static final URI CLOUD = URI.create("http://127.0.0.1:18080");
    private static final String CALLBACK = CLOUD + "/signed-in";
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final CodeVerifier VERIFIER = new CodeVerifier();

    private static LocalIssuer issuer;

    @BeforeAll
    static void startsTheIssuer() throws IOException {
        issuer = LocalIssuer.open(CLOUD, Clock.fixed(NOW, ZoneOffset.UTC));
        issuer.serve(() -> List.of(department("product", "Product & <Design>"), department("support", "Support")));
    }

    @AfterAll
    static void stopsIt() {
        issuer.close();
    }

    @Test
    void namesItselfAsTokensDo() throws Exception {
        JsonNode known = EarshotJson.mapper()
                .readTree(
                        get(issuer.url() + "/.well-known/openid-configuration").body());
        assertEquals(issuer.url().toString(), known.path("issuer").asText());
        assertEquals(issuer.url() + "/jwks", known.path("jwks_uri").asText());
        assertEquals(
                issuer.url() + "/authorize",
                known.path("authorization_endpoint").asText());
        assertTrue(
                issuer.url().toString().matches("http://127\\.0\\.0\\.1:\\d+/earshot"),
                issuer.url().toString());
    }

    @Test
    void signsAnAccessTokenForAnHourWithTheKeyThatItPublishes() throws Exception {
        JWTClaimsSet claims = verified(issuer.accessToken(new Person("Ana", List.of("product", "listening"))));
        assertEquals(issuer.url().toString(), claims.getIssuer());
        assertEquals("Ana", claims.getSubject());
        assertEquals("Ana", claims.getStringClaim("name"));
        assertEquals(List.of("product", "listening"), claims.getStringListClaim("groups"));
        assertEquals(List.of("earshot"), claims.getAudience());
        assertEquals(Date.from(NOW.plus(1, ChronoUnit.HOURS)), claims.getExpirationTime());
    }

    @Test
    void everyStartHasAKeyOfItsOwn() throws Exception {
        try (LocalIssuer other = LocalIssuer.open(CLOUD, Clock.systemUTC())) {
            SignedJWT foreign = SignedJWT.parse(other.accessToken(new Person("Ana", List.of("council"))));
            assertFalse(foreign.verify(publishedKey()));
        }
    }

    @Test
    void signsInByCodeAndPkce() throws Exception {
        HttpResponse<String> signedIn = post(authorize(), "name=Ana+%26+%C3%9Cmit&group=product&group=council", FORM);
        assertEquals(302, signedIn.statusCode(), signedIn.body());
        URI back = URI.create(signedIn.headers().firstValue("location").orElseThrow());
        assertTrue(back.toString().startsWith(CALLBACK + "?"), back.toString());
        FormValues query = FormValues.parse(back.getRawQuery());
        assertEquals("s1", query.one("state"));

        JsonNode tokens = tokens(query.one("code"), VERIFIER.getValue());
        JWTClaimsSet access = verified(tokens.path("access_token").asText());
        JWTClaimsSet id = verified(tokens.path("id_token").asText());
        for (JWTClaimsSet claims : List.of(access, id)) {
            assertEquals("Ana & Ümit", claims.getSubject());
            assertEquals("Ana & Ümit", claims.getStringClaim("name"));
            assertEquals(List.of("product", "council"), claims.getStringListClaim("groups"));
            assertEquals(List.of("earshot"), claims.getAudience());
            assertEquals(issuer.url().toString(), claims.getIssuer());
            assertEquals(Date.from(NOW.plus(1, ChronoUnit.HOURS)), claims.getExpirationTime());
        }
        assertEquals("n1", id.getStringClaim("nonce"));
        assertEquals(400, tokenAnswer(query.one("code"), VERIFIER.getValue()).statusCode(), "a code is good for once");
    }

    @Test
    void refreshesASessionWithTheSameGroups() throws Exception {
        JsonNode first = tokens(code("name=Ana&group=support"), VERIFIER.getValue());
        String form = "grant_type=refresh_token&client_id=earshot&refresh_token="
                + first.path("refresh_token").asText();
        HttpResponse<String> answer = post(issuer.url() + "/token", form, FORM);
        JsonNode second = EarshotJson.mapper().readTree(answer.body());
        JWTClaimsSet claims = verified(second.path("access_token").asText());
        assertEquals("Ana", claims.getSubject());
        assertEquals(List.of("support"), claims.getStringListClaim("groups"));
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        assertEquals(
                400,
                tokenAnswer(code("name=Ana"), new CodeVerifier().getValue()).statusCode());
        String form = "grant_type=authorization_code&client_id=earshot&redirect_uri=" + encoded(CALLBACK) + "&code="
                + code("name=Ana");
        assertEquals(400, post(issuer.url() + "/token", form, FORM).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_credentials", "password", "urn:ietf:params:oauth:grant-type:jwt-bearer", ""})
    void thereIsNoOtherWayToAToken(String grant) throws Exception {
        String form = "client_id=earshot&client_secret=x&username=a&password=b&grant_type=" + encoded(grant);
        assertEquals(400, post(issuer.url() + "/token", form, FORM).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://example.com/",
        "redirect_uri, http://127.0.0.1:18081/",
        "redirect_uri, http://127.0.0.1:18080@example.com/",
        "redirect_uri, javascript:alert(1)",
        "client_id, other",
        "response_type, token",
        "response_mode, form_post",
        "code_challenge_method, plain",
        "code_challenge, ''",
    })
    void whatIsNotForTheLocalCloudIsRefusedWithoutRedirecting(String name, String value) throws Exception {
        HttpResponse<String> refused = get(authorize(Map.of(name, value)));
        assertEquals(400, refused.statusCode());
        assertEquals(400, post(authorize(Map.of(name, value)), "name=Ana", FORM).statusCode());
        assertTrue(refused.headers().firstValue("location").isEmpty());
        assertTrue(refused.body().contains("\"detail\""), refused.body());
    }

    @Test
    void signingOutLeadsBackToTheLocalCloudAlone() throws Exception {
        String end = issuer.url() + "/endsession?post_logout_redirect_uri=";
        HttpResponse<String> back = get(end + encoded(CLOUD + "/"));
        assertEquals(302, back.statusCode());
        assertEquals(CLOUD + "/", back.headers().firstValue("location").orElseThrow());
        assertEquals(400, get(end + encoded("https://example.com/")).statusCode());
    }

    @Test
    void theLoginPageOffersTheDepartmentsAndRunsNoScript() throws Exception {
        HttpResponse<String> page = get(authorize());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Product &amp; &lt;Design&gt;"), page.body());
        for (String group : List.of("product", "support", "listening", "council")) {
            assertTrue(page.body().contains("value=\"" + group + "\""), group);
        }
        assertFalse(page.body().contains("<script"));
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; img-src 'self';"), policy);
        assertEquals(
                200, get(issuer.url().resolve("/_local/page.css").toString()).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "name=&group=product, a name has 1 to 64 characters",
        "name=%3Cb%3E&group=leadership, there is no such group any more",
        "name=a%0Ab, all of them printable",
        "name=Ana&group=%3Cscript%3E, a group is the id of a department",
    })
    void whatCannotBeIsAskedForAgain(String form, String reason) throws Exception {
        HttpResponse<String> again = post(authorize(), form, FORM);
        assertEquals(400, again.statusCode());
        assertTrue(again.body().contains(reason), again.body());
        assertFalse(again.body().contains("<b>") || again.body().contains("<script"), again.body());
    }

    @Test
    void theLibrarysOtherPagesAreNotThere() throws Exception {
        for (String path : List.of("/debugger", "/introspect", "/revoke", "/../other/token")) {
            assertEquals(404, get(issuer.url() + path).statusCode(), path);
        }
    }

    @Test
    void aNameThatWasMadeToMeanThisMachineIsRefused() throws Exception {
        int port = issuer.url().getPort();
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            socket.getOutputStream()
                    .write(("GET /earshot/jwks HTTP/1.1\r\nHost: evil.example:" + port
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        }
    }

    @Test
    void noOtherOriginMayReadTokens() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(issuer.url() + "/jwks"))
                        .header("Origin", "https://example.com")
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("access-control-allow-origin").isEmpty());
    }

    @Test
    void aPersonHasAPrintableNameAndGroupsThatCanBe() {
        assertEquals(List.of("a"), new Person(" Ana ", List.of("a", "a")).groups());
        assertThrows(IllegalArgumentException.class, () -> new Person("", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Person("x".repeat(65), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Person("a\u202eb", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Person("Ana", List.of("Council")));
        assertNotEquals(new Person("Ana", List.of()), new Person("Ana", List.of("council")));
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        assertTrue(jwt.verify(publishedKey()), token);
        return jwt.getJWTClaimsSet();
    }

    private static RSASSAVerifier publishedKey() throws Exception {
        JWKSet keys = JWKSet.parse(get(issuer.url() + "/jwks").body());
        assertFalse(keys.getKeys().get(0).isPrivate());
        return new RSASSAVerifier(keys.getKeys().get(0).toRSAKey());
    }

    private static String code(String form) throws Exception {
        URI back = URI.create(
                post(authorize(), form, FORM).headers().firstValue("location").orElseThrow());
        return FormValues.parse(back.getRawQuery()).one("code");
    }

    private static JsonNode tokens(String code, String verifier) throws Exception {
        HttpResponse<String> answer = tokenAnswer(code, verifier);
        assertEquals(200, answer.statusCode(), answer.body());
        return EarshotJson.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> tokenAnswer(String code, String verifier) throws Exception {
        String form = "grant_type=authorization_code&client_id=earshot&code=" + encoded(code) + "&code_verifier="
                + verifier + "&redirect_uri=" + encoded(CALLBACK);
        return post(issuer.url() + "/token", form, FORM);
    }

    private static String authorize() {
        return authorize(Map.of());
    }

    /** The address of a sign-in, with some of its parameters changed. */
    private static String authorize(Map<String, String> changed) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", "earshot");
        query.put("scope", "openid");
        query.put("redirect_uri", CALLBACK);
        query.put("state", "s1");
        query.put("nonce", "n1");
        query.put("code_challenge_method", "S256");
        query.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue());
        query.putAll(changed);
        return issuer.url() + "/authorize?"
                + query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static Department department(String id, String name) {
        return new Department(id, name, null, "", null, null, List.of(), List.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String address, String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
