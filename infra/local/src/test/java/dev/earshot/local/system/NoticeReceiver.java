package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.earshot.core.json.EarshotJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP receiver of SNS messages: confirms its subscription, verifies every signature with the certificate that the
 * message names, and keeps the notices.
 */
final class NoticeReceiver implements AutoCloseable {

    private static final List<String> NOTIFICATION_KEYS =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION_KEYS =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, byte[]> certificates = new ConcurrentHashMap<>();
    private final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    NoticeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 200);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notices");
    }

    /** The notices whose signature was valid, as they came. */
    List<JsonNode> notices() {
        return notices;
    }

    /** What was wrong with other messages. */
    List<String> faults() {
        return faults;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message =
                    EarshotJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
            if (!verified(message)) {
                faults.add("bad signature");
            } else if (message.get("Type").asText().equals("SubscriptionConfirmation")) {
                get(message.get("SubscribeURL").asText());
            } else {
                notices.add(EarshotJson.mapper().readTree(message.get("Message").asText()));
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (GeneralSecurityException | InterruptedException e) {
            faults.add(e.toString());
        }
    }

    private boolean verified(JsonNode message) throws GeneralSecurityException, IOException, InterruptedException {
        boolean notification = message.get("Type").asText().equals("Notification");
        StringBuilder signed = new StringBuilder();
        for (String key : notification ? NOTIFICATION_KEYS : CONFIRMATION_KEYS) {
            if (message.has(key)) {
                signed.append(key)
                        .append('\n')
                        .append(message.get(key).asText())
                        .append('\n');
            }
        }
        boolean second = message.get("SignatureVersion").asText().equals("2");
        Signature signature = Signature.getInstance(second ? "SHA256withRSA" : "SHA1withRSA");
        byte[] pem = certificate(message.get("SigningCertURL").asText());
        signature.initVerify(
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        signature.update(signed.toString().getBytes(UTF_8));
        return signature.verify(
                Base64.getDecoder().decode(message.get("Signature").asText()));
    }

    private byte[] certificate(String url) throws IOException, InterruptedException {
        byte[] known = certificates.get(url);
        if (known == null) {
            known = get(url);
            certificates.put(url, known);
        }
        return known;
    }

    private byte[] get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
