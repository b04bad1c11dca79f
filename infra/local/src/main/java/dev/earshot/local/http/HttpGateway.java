package dev.earshot.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.emulators.http.LoopbackServer;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.InvocationResult.Success;
import dev.earshot.local.lambda.InvocationResult.TooLarge;
import dev.earshot.local.lambda.Invoker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An HTTP API on 127.0.0.1: hands each request to its route's function in payload format 2.0. */
public final class HttpGateway implements AutoCloseable {

    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final int LARGEST_HEAD = 10 * 1024;
    private static final Set<String> OF_THE_CONNECTION = Set.of("content-length", "transfer-encoding", "connection");

    private final GatewaySettings settings;
    private final RouteTable routes;
    private final HttpApiEvent events;
    private final @Nullable HttpHandler fallback;
    private final LoopbackServer server;

    private HttpGateway(GatewaySettings settings, Map<String, Invoker> routes, @Nullable HttpHandler fallback)
            throws IOException {
        this.settings = settings;
        this.routes = new RouteTable(routes);
        this.events = new HttpApiEvent(settings.accountId(), settings.clock());
        this.fallback = fallback;
        this.server = LoopbackServer.bind(settings.port(), "gateway");
        server.serve(this::handle);
    }

    /**
     * Starts a gateway that answers 404 to what no route claims.
     *
     * @param settings port and limits
     * @param routes functions by route key: {@code POST /hooks/{source}}, {@code ANY /{proxy+}}, {@code $default}
     * @throws java.net.BindException when the port is taken
     * @throws IllegalArgumentException when a route key is none
     */
    public static HttpGateway start(GatewaySettings settings, Map<String, Invoker> routes) throws IOException {
        return new HttpGateway(settings, routes, null);
    }

    /**
     * Starts a gateway with pages of our own behind the routes.
     *
     * @param fallback answers {@code /health} and {@code /_local/} always, and what no route claims
     * @see #start(GatewaySettings, Map)
     */
    public static HttpGateway start(GatewaySettings settings, Map<String, Invoker> routes, HttpHandler fallback)
            throws IOException {
        return new HttpGateway(settings, routes, fallback);
    }

    /** Where it listens. */
    public URI endpoint() {
        return server.uri();
    }

    /** Drops every connection. */
    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = GatewayRequest.rawPath(exchange);
            Optional<RouteTable.Match> match =
                    isOurs(path) ? Optional.empty() : routes.find(exchange.getRequestMethod(), path);
            if (match.isPresent()) {
                String requestId = UUID.randomUUID().toString();
                write(exchange, answer(exchange, match.get(), requestId).with("apigw-requestid", requestId));
            } else if (fallback != null) {
                fallback.handle(exchange);
            } else {
                write(exchange, GatewayAnswer.NOT_FOUND);
            }
        } catch (InterruptedException e) {
            // The gateway is being closed, and the connection with it.
            Thread.currentThread().interrupt();
        }
    }

    /** Pages of our own that no route takes over, however greedy. */
    private boolean isOurs(String path) {
        return fallback != null && (path.equals("/health") || path.equals("/_local") || path.startsWith("/_local/"));
    }

    private GatewayAnswer answer(HttpExchange exchange, RouteTable.Match match, String requestId)
            throws IOException, InterruptedException {
        Optional<byte[]> body = body(exchange.getRequestBody());
        if (GatewayRequest.headSize(exchange) > LARGEST_HEAD) {
            return GatewayAnswer.HEADERS_TOO_LARGE;
        }
        if (body.isEmpty()) {
            return GatewayAnswer.BODY_TOO_LARGE;
        }
        byte[] event = events.build(GatewayRequest.of(exchange, body.get()), match, requestId);
        return invoke(match.function(), event);
    }

    private GatewayAnswer invoke(Invoker function, byte[] event) throws InterruptedException {
        try {
            InvocationResult result =
                    function.invoke(event).get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (result instanceof Success success) {
                return AnswerReader.read(success);
            }
            return result instanceof TooLarge ? GatewayAnswer.BODY_TOO_LARGE : GatewayAnswer.FUNCTION_FAILED;
        } catch (TimeoutException e) {
            return GatewayAnswer.TOO_SLOW;
        } catch (ExecutionException e) {
            return GatewayAnswer.FUNCTION_FAILED;
        }
    }

    /** The whole body; empty when it is too large. The rest is read even then: callers listen only after they spoke. */
    private static Optional<byte[]> body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST_BODY);
        return in.transferTo(OutputStream.nullOutputStream()) == 0 ? Optional.of(body) : Optional.empty();
    }

    private static void write(HttpExchange exchange, GatewayAnswer answer) throws IOException {
        for (Map.Entry<String, String> header : answer.headers()) {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                exchange.getResponseHeaders().add(header.getKey(), header.getValue());
            }
        }
        boolean silent = exchange.getRequestMethod().equals("HEAD")
                || answer.status() < 200
                || answer.status() == 204
                || answer.status() == 304
                || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : answer.body().length);
        if (!silent) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
