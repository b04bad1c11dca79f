package dev.earshot.emulators.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.emulators.Sdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sns.SnsClient;

/** An emulator with the SDK's client on it, and the few steps that most tests begin with. */
final class SnsBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    final SnsEmulator emulator;
    final SnsClient sns;
    private final HttpClient http = HttpClient.newHttpClient();

    private SnsBench(SnsOptions options) {
        emulator = SnsEmulator.start(options.withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withRetryDelay(Duration.ofMillis(20))
                .withWatcher(deliveries::add));
        sns = Sdk.client(SnsClient.builder(), emulator.endpoint());
    }

    static SnsBench open() {
        return new SnsBench(SnsOptions.defaults());
    }

    static SnsBench open(URI sqsEndpoint) {
        return new SnsBench(SnsOptions.defaults().withSqsEndpoint(sqsEndpoint));
    }

    String topic() {
        return sns.createTopic(r -> r.name("t-" + UUID.randomUUID())).topicArn();
    }

    /** A pending subscription's ARN. */
    String subscribe(String topic, String protocol, String endpoint, Map<String, String> attributes) {
        return sns.subscribe(r -> r.topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    /** Subscribes a web endpoint and follows its SubscribeURL. */
    String subscribeAndConfirm(String topic, Receiver receiver, Map<String, String> attributes) {
        int before = receiver.posts().size();
        String arn = subscribe(topic, "http", receiver.url(), attributes);
        get(json(receiver.post(before).body()).path("SubscribeURL").asText());
        return arn;
    }

    /** Subscribes an address and follows the link in its mail. */
    String subscribeAndConfirm(String topic, String protocol, String address, Map<String, String> attributes) {
        String arn = subscribe(topic, protocol, address, attributes);
        get(mails(address).get(0).confirmLink().toString());
        return arn;
    }

    List<Mail> mails(String address) {
        return emulator.mailbox().newestFirst().stream()
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** The newest mail of an address once it has this many. */
    Mail mail(String address, int count) {
        await(() -> mails(address).size() == count);
        return mails(address).get(0);
    }

    Delivery outcome(String subscriptionArn, Delivery.Result result) {
        await(() -> deliveries.stream().anyMatch(d -> is(d, subscriptionArn, result)));
        return deliveries.stream()
                .filter(d -> is(d, subscriptionArn, result))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> get(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)).build());
    }

    HttpResponse<String> post(String body) {
        return send(HttpRequest.newBuilder(emulator.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    @Override
    public void close() {
        sns.close();
        emulator.close();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean is(Delivery delivery, String subscriptionArn, Delivery.Result result) {
        return delivery.subscriptionArn().equals(subscriptionArn)
                && delivery.result() == result
                && !delivery.messageId().equals("confirmation");
    }
}
