package dev.earshot.emulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on 127.0.0.1 with a few threads; a handler turns a {@link Call} into an {@link Answer}. */
public final class LoopbackServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int INTERNAL_ERROR = 500;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** What a server does with each call; it answers its own errors in its own protocol. */
    @FunctionalInterface
    public interface Handler {
        /** The answer to one call. */
        Answer answer(Call call) throws IOException;
    }

    /**
     * Binds the port; calls are answered from {@link #serve} on.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException if the port cannot be bound
     */
    public static LoopbackServer bind(int port, String name) {
        // Without it every kept-alive answer waits 40 ms for the other side's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            HttpServer server = HttpServer.create(Loopback.address(port), 0);
            return new LoopbackServer(server, daemons(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot listen on port " + port, e);
        }
    }

    /** Begins to answer calls with this handler. */
    public LoopbackServer serve(Handler handler) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> exchange(exchange, handler));
        server.start();
        return this;
    }

    /** The base address, without a slash at its end. */
    public URI uri() {
        return Loopback.uri(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void exchange(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange, handler);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
        try {
            return handler.answer(new Call(exchange));
        } catch (RuntimeException e) {
            // Our bug, not the caller's: say so without the stack trace.
            return Answer.text(INTERNAL_ERROR, "text/plain; charset=utf-8", "internal error");
        }
    }

    private static ExecutorService daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
