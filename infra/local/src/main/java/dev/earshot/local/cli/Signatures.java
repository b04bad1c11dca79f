package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.earshot.core.configuration.Source;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a sample event anew, as its platform would now: signatures age. */
final class Signatures {

    private Signatures() {}

    /** The headers to send with the event. */
    static Map<String, String> sign(SampleEvent event, Source source, Instant now) {
        Map<String, String> headers = new TreeMap<>(event.headers());
        headers.keySet().removeAll(Set.of("host", "content-length", "connection", "expect", "upgrade"));
        if (source.secrets().isEmpty()) {
            return headers;
        }
        switch (source.provider()) {
            case "standard-webhooks" -> standardWebhooks(event, source.secrets().get(0), now, headers);
            case "github" ->
                headers.put(
                        "x-hub-signature-256",
                        "sha256=" + hmac(event.body(), source.secrets().get(0)));
            case "cloudevents" ->
                headers.put("authorization", "Bearer " + source.secrets().get(0));
            default -> {
                // Sent as it was recorded.
            }
        }
        return headers;
    }

    private static void standardWebhooks(SampleEvent event, String secret, Instant now, Map<String, String> headers) {
        String id = headers.getOrDefault("webhook-id", "msg_" + UUID.randomUUID());
        long timestamp = now.getEpochSecond();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        try {
            headers.put("webhook-signature", new Webhook(secret).sign(id, timestamp, new String(event.body(), UTF_8)));
        } catch (EmptyWebhookSecretException | WebhookSigningException | IllegalArgumentException e) {
            throw new RefusedException("the first secret of the source is no Standard Webhooks secret (whsec_...)");
        }
    }

    private static String hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
