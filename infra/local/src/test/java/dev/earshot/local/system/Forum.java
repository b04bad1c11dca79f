package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An in-house forum that sends its posts as Standard Webhooks, signed by the specification's own library. */
final class Forum {

    /** Rules alone decide then: how a model scores a text is not what these tests are about. */
    private static final String NOT_ENGLISH = "de";

    private static final String SECRET = TestCloud.SOURCES.get(0).secrets().get(0);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;

    Forum(URI cloud) {
        this.address = cloud.resolve("/hooks/our-forum");
    }

    /** Sends one post. */
    HttpResponse<String> post(String id, String text) throws IOException, InterruptedException {
        return post(id, text, "Ada");
    }

    /** Sends what somebody posted. */
    HttpResponse<String> post(String id, String text, String author) throws IOException, InterruptedException {
        String body = event(id, text, author);
        try {
            long now = Clock.systemUTC().instant().getEpochSecond();
            String signature = new Webhook(SECRET).sign("msg_" + id, now, body);
            return send(request(id, now, signature), body.getBytes(UTF_8));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends any bytes with a valid signature. */
    HttpResponse<String> signed(byte[] body) throws IOException, InterruptedException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return send(request("raw", now, "v1," + hmac("msg_raw." + now + ".", body)), body);
    }

    /** Sends any bytes with a signature that is wrong. */
    HttpResponse<String> forged(byte[] body) throws IOException, InterruptedException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return send(request("raw", now, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), body);
    }

    private HttpRequest.Builder request(String id, long now, String signature) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .header("webhook-id", "msg_" + id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String event(String id, String text, String author) {
        var event = EarshotJson.mapper().createObjectNode().put("type", "mention.created");
        event.putObject("data")
                .put("id", id)
                .put("text", text)
                .put("language", NOT_ENGLISH)
                .putObject("author")
                .put("name", author);
        return event.toString();
    }

    private static String hmac(String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
            mac.update(prefix.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
