package dev.earshot.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Lambda's Runtime API (2018-06-01) for one process: it asks for the next event and posts its answer.
 *
 * <p>A server each, so that the process is known by the port it asks at and nobody answers for another.
 */
final class RuntimeApi implements AutoCloseable {

    /** Events that Lambda takes. */
    static final int LARGEST_REQUEST = 6 * 1024 * 1024;

    /** Answers that Lambda carries: 100 bytes more. */
    static final int LARGEST_RESPONSE = LARGEST_REQUEST + 100;

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final String INVOCATION = PREFIX + "invocation/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The process behind the API. */
    interface Worker {

        /** Waits for work. */
        Invocation next() throws InterruptedException;

        /** Takes work back that could not be delivered. */
        void undelivered(Invocation invocation);

        /** Ends the invocation with this id; empty when the process does not have it. */
        Optional<Invocation> end(String id, InvocationResult ending);

        /** The function could not be initialised; the process is about to end. */
        void initFailed(InvocationResult.FunctionError error);
    }

    private final FunctionSpec spec;
    private final Worker worker;
    private final LoopbackServer server;

    RuntimeApi(FunctionSpec spec, Worker worker) throws IOException {
        this.spec = spec;
        this.worker = worker;
        this.server = LoopbackServer.bind(0, "runtime-api-" + spec.name());
        server.serve(this::handle);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (call.equals("GET " + INVOCATION + "next")) {
                next(exchange);
            } else if (call.equals("POST " + PREFIX + "init/error")) {
                worker.initFailed(error(exchange.getRequestBody().readNBytes(LARGEST_RESPONSE)));
                answer(exchange, 202, "{\"status\":\"OK\"}");
            } else if (call.startsWith("POST " + INVOCATION)) {
                end(exchange, call.substring(("POST " + INVOCATION).length()).split("/", -1));
            } else {
                answer(exchange, 404, "{\"errorType\":\"NotFound\",\"errorMessage\":\"no such call\"}");
            }
        } catch (InterruptedException e) {
            // The process or the whole pool has ended: nobody reads an answer any more.
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Invocation invocation = worker.next();
        try {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline(spec.timeout())));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", spec.arn());
            headers.set("Lambda-Runtime-Trace-Id", "Root=" + invocation.traceId() + ";Sampled=0");
            write(exchange, 200, invocation.payload());
        } catch (IOException e) {
            worker.undelivered(invocation);
        }
    }

    private void end(HttpExchange exchange, String[] idAndKind) throws IOException {
        String kind = idAndKind.length == 2 ? idAndKind[1] : "";
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_RESPONSE + 1);
        if (kind.equals("response") && body.length > LARGEST_RESPONSE) {
            long size = body.length + exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            worker.end(idAndKind[0], tooLarge(size));
            answer(exchange, 413, "{\"errorType\":\"RequestEntityTooLarge\",\"errorMessage\":\"answer too large\"}");
        } else if (kind.equals("response")) {
            accept(exchange, worker.end(idAndKind[0], new InvocationResult.Success(body)));
        } else if (kind.equals("error")) {
            accept(exchange, worker.end(idAndKind[0], error(body)));
        } else {
            answer(exchange, 404, "{\"errorType\":\"NotFound\",\"errorMessage\":\"no such call\"}");
        }
    }

    private static void accept(HttpExchange exchange, Optional<Invocation> ended) throws IOException {
        if (ended.isPresent()) {
            answer(exchange, 202, "{\"status\":\"OK\"}");
        } else {
            answer(exchange, 400, "{\"errorType\":\"InvalidRequestID\",\"errorMessage\":\"Invalid request ID\"}");
        }
    }

    private static InvocationResult.FunctionError tooLarge(long size) {
        return new InvocationResult.FunctionError(
                "Function.ResponseSizeTooLarge",
                "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                        .formatted(size, LARGEST_RESPONSE));
    }

    private static InvocationResult.FunctionError error(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body);
            return new InvocationResult.FunctionError(
                    error.path("errorType").asText("Unknown"),
                    error.path("errorMessage").asText(""));
        } catch (IOException e) {
            return new InvocationResult.FunctionError("Unknown", new String(body, StandardCharsets.UTF_8));
        }
    }

    /** By the wall clock that the process reads too: its context tells the time that is left by it. */
    private static long deadline(Duration timeout) {
        return System.currentTimeMillis() + timeout.toMillis();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
