package dev.earshot.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.local.signin.LocalIssuer;
import dev.earshot.local.signin.Person;
import java.io.IOException;

/** Answers {@code {"name": "...", "groups": [...]}} with an access token, as text; for {@code ./earshot token}. */
final class TokenCalls implements HttpHandler {

    private static final int LARGEST_BODY = 64 * 1024;

    private final LocalIssuer issuer;

    TokenCalls(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        try {
            answer(exchange, 200, issuer.accessToken(EarshotJson.mapper().readValue(body, Person.class)));
        } catch (ValueInstantiationException e) {
            answer(
                    exchange,
                    400,
                    String.valueOf(
                            e.getCause() == null ? "invalid" : e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            answer(exchange, 400, "needs {\"name\": \"...\", \"groups\": [\"...\"]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
