package dev.earshot.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Issuer.class)
class SessionTest {

    private static final List<String> THIRTY =
            IntStream.range(0, 30).mapToObj(i -> "department-" + i).toList();

    @Test
    void whoHasNoSessionIsSentToTheIssuerWithPkceAndANonce() {
        HttpResponse<String> answer = new Browser().get("/?x=1");
        assertEquals(302, answer.statusCode(), answer.body());
        String location = location(answer);
        assertTrue(location.startsWith(Issuer.url() + "/authorize?"), location);
        assertTrue(location.contains("code_challenge_method=S256"), location);
        assertTrue(location.contains("nonce="), location);
        assertTrue(
                URLDecoder.decode(location, UTF_8).contains("redirect_uri=" + Browser.OWN + "/signed-in&"), location);
    }

    @Test
    void aSignInEndsAtThePageThatWasAskedFor() {
        Browser browser = signedIn();
        HttpResponse<String> page = browser.get("/who");
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("Ada &lt;b&gt; Lovelace"), page.body());
    }

    @Test
    void theSessionCookieIsEncryptedAndSmallWithThirtyGroups() {
        String cookie = signedIn().session().getValue();
        assertTrue(cookie.length() < 4_000, () -> "a cookie of " + cookie.length());
        String[] parts = cookie.split("\\.", -1);
        assertEquals(5, parts.length, "an encrypted JWT has five parts");
        assertTrue(
                new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).contains("\"enc\":\"A256GCM\""), parts[0]);
        assertFalse(cookie.contains(Base64.getUrlEncoder().encodeToString("department-1".getBytes(UTF_8))));
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        Issuer.signsInNext("u-1", "Ada", List.of(), 300);
        Browser browser = new Browser();
        HttpResponse<String> authorize = browser.get(location(browser.get("/")));
        HttpResponse<String> back = browser.get(location(authorize), "X-Forwarded-Proto", "https");
        String cookie = back.headers().allValues("set-cookie").stream()
                .filter(value -> value.startsWith("q_session="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(back.statusCode() + " " + back.headers() + back.body()))
                .toLowerCase(Locale.ROOT);
        assertTrue(cookie.contains("httponly"), cookie);
        assertTrue(cookie.contains("samesite=lax"), cookie);
    }

    @Test
    void aTamperedSessionEndsAndItsOwnerSignsInAgain() {
        Browser browser = signedIn();
        String good = browser.session().getValue();
        for (String bad : List.of(flip(good, good.length() - 5), flip(good, good.length() / 2), "x", "a.b.c.d.e")) {
            HttpResponse<String> answer = new Browser().get("/", "Cookie", "q_session=" + bad);
            assertEquals(302, answer.statusCode(), () -> answer.body());
            assertTrue(location(answer).startsWith(Issuer.url()), () -> location(answer));
        }
    }

    @Test
    void aSessionOpensNoApi() {
        Problems.assertProblem(401, signedIn().get("/api/me"));
    }

    @Test
    void aPagesOwnRequestsAreToldToLoadThePageAnewWhenTheSessionEnded() {
        HttpResponse<String> answer = new Browser().get("/", "HX-Request", "true");
        assertEquals(401, answer.statusCode(), answer.body());
        assertEquals("true", answer.headers().firstValue("hx-refresh").orElseThrow());
        assertFalse(answer.headers().map().containsKey("location"));
        assertEquals(401, new Browser().get("/", "Sec-Fetch-Mode", "cors").statusCode());
    }

    @Test
    void aCallbackThatNobodyBeganIsNoSignIn() {
        HttpResponse<String> answer = new Browser().get("/signed-in?code=abc&state=def");
        assertTrue(answer.headers().allValues("set-cookie").stream().noneMatch(c -> c.startsWith("q_session=ey")));
        assertEquals(302, answer.statusCode(), answer.body());
        assertTrue(location(answer).startsWith(Issuer.url()), location(answer));
    }

    @Test
    void anErrorOfTheIssuerIsAPageAndNotALoop() {
        Browser browser = new Browser();
        String state = location(browser.get("/")).replaceFirst(".*[?&]state=([^&]*).*", "$1");
        HttpResponse<String> answer =
                browser.get("/signed-in?error=access_denied&error_description=%3Cb%3E&state=" + state);
        assertEquals(401, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("content-type").orElseThrow().startsWith("text/html"), answer.body());
        assertFalse(answer.body().contains("access_denied") || answer.body().contains("<b>"), answer.body());
    }

    @Test
    void noPathMakesASignInEndElsewhere() {
        for (String path :
                List.of("//evil.example.com/", "/%2F%2Fevil.example.com", "/\\evil.example.com".replace("\\", "%5C"))) {
            Browser browser = new Browser();
            Issuer.signsInNext("u-1", "Ada", List.of(), 300);
            HttpResponse<String> first = browser.get(path);
            if (first.statusCode() == 302) {
                HttpResponse<String> back = browser.get(location(browser.get(location(first))));
                assertTrue(location(back).startsWith(Browser.OWN + "/"), path + " " + location(back));
            } else {
                assertTrue(first.statusCode() >= 400, path + " " + first.statusCode());
            }
        }
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        Browser browser = signedIn();
        HttpResponse<String> answer =
                browser.post("/sign-out", "", "Origin", Browser.OWN, "Sec-Fetch-Site", "same-origin");
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(location(answer).startsWith(Issuer.url() + "/endsession?"), location(answer));
        assertTrue(location(answer).contains("id_token_hint="), location(answer));
        assertTrue(browser.cookies().stream().noneMatch(c -> c.getName().equals("q_session")), "" + browser.cookies());
        assertEquals(302, browser.get("/").statusCode());
        assertEquals(200, new Browser().get("/signed-out").statusCode());
    }

    @Test
    void anotherSiteCannotActInSomebodysSession() {
        Browser browser = signedIn();
        assertEquals(
                403,
                browser.post("/sign-out", "", "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(
                403,
                browser.post("/sign-out", "", "Sec-Fetch-Site", "same-site").statusCode());
        assertEquals(
                403,
                browser.post("/sign-out", "", "Origin", "https://evil.example.com")
                        .statusCode());
        assertEquals(403, browser.post("/sign-out", "", "Origin", "null").statusCode());
        assertEquals(403, browser.post("/sign-out", "").statusCode());
        assertEquals(200, browser.get("/who").statusCode(), "still signed in");
    }

    private static Browser signedIn() {
        Issuer.signsInNext("u-1", "Ada <b> Lovelace", THIRTY, 300);
        Browser browser = new Browser();
        HttpResponse<String> page = browser.visit("/who");
        assertEquals(200, page.statusCode(), page.body());
        return browser;
    }

    private static String flip(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
