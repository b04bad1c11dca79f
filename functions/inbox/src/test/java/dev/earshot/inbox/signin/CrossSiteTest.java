package dev.earshot.inbox.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossSiteTest {

    private static final String OWN = "https://inbox.example.com";

    private final CrossSite rule = new CrossSite(Optional.of("https://public.example.com"));

    @Test
    void ourOwnPagesMayChangeThings() {
        assertFalse(rule.refuses("POST", "/x", "same-origin", OWN, OWN));
        assertFalse(rule.refuses("POST", "/x", "same-origin", null, OWN));
        assertFalse(rule.refuses("POST", "/x", null, OWN, OWN));
        assertFalse(rule.refuses("POST", "/x", "same-origin", "https://public.example.com", OWN));
    }

    @Test
    void otherSitesMayNot() {
        Stream.of("POST", "PUT", "PATCH", "DELETE", "ANYTHING").forEach(method -> {
            assertTrue(rule.refuses(method, "/x", "cross-site", OWN, OWN), method);
            assertTrue(rule.refuses(method, "/x", "same-site", null, OWN), method);
            assertTrue(rule.refuses(method, "/x", "same-origin", "https://evil.example.com", OWN), method);
            assertTrue(rule.refuses(method, "/x", null, "http://inbox.example.com", OWN), method);
            assertTrue(rule.refuses(method, "/x", null, "null", OWN), method);
            assertTrue(rule.refuses(method, "/x", null, null, OWN), method);
        });
    }

    @Test
    void readingIsForEverybodyAndTheApiHasTokensInstead() {
        assertFalse(rule.refuses("GET", "/x", "cross-site", "https://evil.example.com", OWN));
        assertFalse(rule.refuses("POST", "/api/x", "cross-site", "https://evil.example.com", OWN));
        assertTrue(rule.refuses("POST", "/apix", "cross-site", null, OWN));
    }
}
