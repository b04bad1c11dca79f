package dev.earshot.emulators.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on 127.0.0.1. It has as many threads as it has requests: some wait for long, as Lambda's processes do
 * for their next event, and must not keep others waiting.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final int SYSTEM_BACKLOG = 0;

    static {
        // Without it Nagle's algorithm holds small answers back for 40 ms. Read once, by the first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Binds the port; calls are answered from {@link #serve} on.
     *
     * @param port 0 for a free one
     * @param name names the threads
     * @throws java.net.BindException if the port is taken
     */
    public static LoopbackServer bind(int port, String name) throws IOException {
        HttpServer server = HttpServer.create(Loopback.address(port), SYSTEM_BACKLOG);
        return new LoopbackServer(server, Executors.newCachedThreadPool(new DaemonThreads(name)));
    }

    /** Begins to answer with this handler, such as a {@link CallHandler}. */
    public LoopbackServer serve(HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return this;
    }

    /** The base address, without a slash at its end. */
    public URI uri() {
        return Loopback.uri(port());
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes every connection and interrupts the handlers that still wait. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
