package dev.earshot.inbox.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser about how far to trust it. */
final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private static final String TWO_YEARS = "max-age=63072000";

    private SecurityHeaders() {}

    /**
     * The headers by name. An answer may say otherwise about caching.
     *
     * @param issuer the origins of the issuer, with spaces between them: forms may be redirected there
     */
    static Map<String, String> of(boolean https, String issuer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", issuer.isEmpty() ? POLICY : POLICY + " " + issuer);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (https) {
            headers.put("Strict-Transport-Security", TWO_YEARS);
        }
        return headers;
    }
}
