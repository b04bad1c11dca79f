package dev.earshot.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's server, on this machine, which answers as it is told and remembers what it was asked. */
public final class WebServer implements AutoCloseable {

    /** A request as it came. */
    public record Asked(String method, String path, String ifNoneMatch, String ifModifiedSince, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;
    private volatile HttpHandler next = exchange -> {};

    public WebServer() {
        try {
            server = LoopbackServer.bind(0, "somebody").serve(this::handle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it answers so; headers as name and value, one after the other. */
    public WebServer answers(int status, String body, String... headers) {
        return answers(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public WebServer answers(int status, byte[] body, String... headers) {
        next = exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
        return this;
    }

    public WebServer does(HttpHandler handler) {
        next = handler;
        return this;
    }

    public URI url(String path) {
        return URI.create(server.uri() + path);
    }

    public List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("If-None-Match"),
                    exchange.getRequestHeaders().getFirst("If-Modified-Since"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            next.handle(exchange);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
