package dev.earshot.local.system;

import com.sun.net.httpserver.HttpExchange;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.EmulatorOptions;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own emulators behind one address for all services, as LocalStack and Floci have it, in a region and an account
 * that are not the usual ones. A request's service is that which it is signed for.
 */
final class OneEndpoint implements AutoCloseable {

    static final AwsIdentity IDENTITY = new AwsIdentity("eu-west-1", "111122223333");

    private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/[0-9]{8}/([a-z0-9-]+)/([a-z]+)/");
    private static final Set<String> ITS_OWN = Set.of("Host", "Content-length", "Connection", "Expect", "Upgrade");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Emulators emulators;
    private final Map<String, URI> services;
    private final LoopbackServer server;

    OneEndpoint() throws IOException {
        EmulatorOptions usual = EmulatorOptions.defaults();
        emulators = Emulators.start(
                new EmulatorOptions(0, 0, 0, 0, IDENTITY, usual.clock(), usual.snsRetryDelay(), usual.snsWatcher()));
        services = Map.of(
                "sqs", emulators.sqs(),
                "dynamodb", emulators.dynamoDb(),
                "sns", emulators.sns(),
                "ssm", emulators.ssm());
        server = LoopbackServer.bind(0, "one-endpoint").serve(this::pass);
    }

    URI uri() {
        return server.uri();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher signed = SIGNED_FOR.matcher(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (!signed.find()
                    || !services.containsKey(signed.group(2))
                    || !signed.group(1).equals(IDENTITY.region())) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            HttpResponse<byte[]> answer = http.send(
                    request(exchange, services.get(signed.group(2))), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> exchange.getResponseHeaders()
                    .put(name, values));
            exchange.getResponseHeaders().remove("Content-length");
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI service) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.toString() + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().entrySet().stream()
                .filter(header -> !ITS_OWN.contains(header.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)))
                .forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        server.close();
        emulators.close();
    }
}
