package dev.earshot.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.schedule.Schedules;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code POST /_local/schedules/<Function>}: runs the function's schedule now, and tells what it answered. */
final class ScheduleCalls implements HttpHandler {

    static final String PATH = "/_local/schedules/";

    private final Schedules schedules;

    ScheduleCalls(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String function = exchange.getRequestURI().getPath().substring(PATH.length());
        Optional<InvocationResult> result = schedules.runNow(function).map(CompletableFuture::join);
        if (result.isEmpty()) {
            answer(exchange, 404, message("Not Found"));
        } else if (result.get() instanceof InvocationResult.Success success) {
            answer(exchange, 200, success.payload());
        } else {
            answer(exchange, 502, message(result.get().toString()));
        }
    }

    private static byte[] message(String text) throws IOException {
        return EarshotJson.mapper().writeValueAsBytes(Map.of("message", text));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        byte[] json = body.length == 0 ? "null".getBytes(UTF_8) : body;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
