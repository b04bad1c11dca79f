package dev.earshot.local.lambda;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that only this machine reaches, with as many handler threads as there are requests. */
public final class LoopbackServer implements AutoCloseable {

    private static final int SYSTEM_BACKLOG = 0;

    static {
        // Without it Nagle's algorithm holds small answers back for 40 ms. Read once, by the first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService handlers;

    private LoopbackServer(HttpServer server, ExecutorService handlers) {
        this.server = server;
        this.handlers = handlers;
    }

    /**
     * Binds 127.0.0.1 and serves.
     *
     * @param name names the threads
     * @param port the port, 0 for any that is free
     * @param handler answers every request
     * @throws java.net.BindException when the port is taken
     */
    public static LoopbackServer start(String name, int port, HttpHandler handler) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), SYSTEM_BACKLOG);
        AtomicInteger number = new AtomicInteger();
        ExecutorService handlers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(handlers);
        server.createContext("/", handler);
        server.start();
        return new LoopbackServer(server, handlers);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes every connection and interrupts the handlers that still wait. */
    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
