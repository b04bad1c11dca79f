package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Deliveries of an in-house tool, each a mention of its own, signed before the clock runs. */
final class BenchDeliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final String WORDS = "The parcel is late again, and nobody answers the phone. ".repeat(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI hook;
    private final Source source;
    private final Clock clock;

    /** @param source of the provider standard-webhooks */
    BenchDeliveries(URI cloud, Source source, Clock clock) {
        this.hook = cloud.resolve("/hooks/" + source.name());
        this.source = source;
        this.clock = clock;
    }

    /** So many calls, each answered as wanted with 202. */
    List<Supplier<CompletableFuture<Boolean>>> calls(int count) {
        List<Supplier<CompletableFuture<Boolean>>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpRequest request = request("msg_bench_" + UUID.randomUUID());
            calls.add(() -> http.sendAsync(request, BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode)
                    .thenApply(status -> status == 202));
        }
        return calls;
    }

    private HttpRequest request(String id) {
        var event = EarshotJson.mapper().createObjectNode().put("type", "mention.created");
        event.putObject("data").put("id", id).put("text", WORDS);
        String body = event.toString();
        long timestamp = clock.instant().getEpochSecond();
        try {
            String signature = new Webhook(source.secrets().get(0)).sign(id, timestamp, body);
            return HttpRequest.newBuilder(hook)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(timestamp))
                    .header("webhook-signature", signature)
                    .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                    .build();
        } catch (EmptyWebhookSecretException | WebhookSigningException | IllegalArgumentException e) {
            throw new RefusedException("the first secret of " + source.name() + " is none of Standard Webhooks");
        }
    }
}
