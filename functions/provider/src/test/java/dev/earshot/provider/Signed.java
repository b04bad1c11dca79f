package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.hook.Hook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hooks as platforms sign them, by code that knows nothing of ours. */
public final class Signed {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String OTHER_SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl";

    private Signed() {}

    public static Source source(String provider, String... secrets) {
        return new Source(
                "our-source", provider, List.of(secrets), EarshotJson.mapper().createObjectNode());
    }

    public static Hook hook(Map<String, String> headers, byte[] body) {
        return new Hook("POST", "our-source", "", headers, Map.of(), body);
    }

    /** As GitHub sends it. */
    public static Map<String, String> gitHub(String event, String secret, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("x-github-event", event);
        headers.put("x-github-delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
        headers.put(
                "x-hub-signature-256",
                "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret.getBytes(UTF_8), body)));
        return headers;
    }

    /** As Standard Webhooks describes it, signed at a time. */
    public static Map<String, String> standard(String id, long at, String secret, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] head = (id + "." + at + ".").getBytes(UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at));
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(hmac("HmacSHA256", key, all)));
        return headers;
    }

    public static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A file of the tests' resources. */
    public static byte[] file(String name) {
        try (InputStream file = Signed.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new AssertionError("there is no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
