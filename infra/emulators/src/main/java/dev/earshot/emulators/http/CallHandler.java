package dev.earshot.emulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Turns a {@link Call} into an {@link Answer}; it answers its own errors in its own protocol. */
@FunctionalInterface
public interface CallHandler extends HttpHandler {

    /** The answer to one call. */
    Answer answer(Call call) throws IOException;

    @Override
    default void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(new Call(exchange));
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
