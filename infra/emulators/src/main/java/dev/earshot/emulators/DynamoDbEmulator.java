package dev.earshot.emulators;

import dev.earshot.emulators.http.Loopback;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB on this machine: DynamoDB Local in memory, in this process. All credentials and regions see the same tables.
 *
 * <p>Its own {@code ServerRunner} is not used: it listens on every interface and sends telemetry.
 */
public final class DynamoDbEmulator implements AutoCloseable {

    private static final int THREADS = 32;

    private final Server server;
    private final LocalDynamoDBRequestHandler requests;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private DynamoDbEmulator(
            Server server, LocalDynamoDBRequestHandler requests, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.requests = requests;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /** Starts empty on a free port. */
    public static DynamoDbEmulator start() {
        return start(0);
    }

    /**
     * Starts empty on the given port.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException if the port cannot be bound
     */
    public static DynamoDbEmulator start(int port) {
        Quiet.please();
        LocalDynamoDBRequestHandler requests = inMemoryAndShared();
        LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests, null);
        Server server = new Server(daemonThreads());
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(Loopback.HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) { // Jetty declares no narrower one.
            stop(server, handler);
            throw new IllegalStateException("DynamoDB emulator cannot listen on port " + port, e);
        }
        return new DynamoDbEmulator(server, requests, handler, Loopback.uri(connector.getLocalPort()));
    }

    /** The base address, such as {@code http://127.0.0.1:8000}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Writes a batch without the detour over HTTP, for those who need very many items. */
    public void write(BatchWriteItemRequest batch) {
        requests.batchWriteItem("local", "local", batch);
    }

    @Override
    public void close() {
        stop(server, handler);
    }

    private static LocalDynamoDBRequestHandler inMemoryAndShared() {
        boolean inMemory = true;
        boolean sharedDb = true;
        boolean delayTransientStatuses = false;
        return new LocalDynamoDBRequestHandler(0, inMemory, null, sharedDb, delayTransientStatuses);
    }

    private static QueuedThreadPool daemonThreads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("earshot-dynamodb");
        threads.setDaemon(true);
        return threads;
    }

    private static void stop(Server server, LocalDynamoDBServerHandler handler) {
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares no narrower one.
            throw new IllegalStateException("DynamoDB emulator did not stop", e);
        } finally {
            handler.close();
        }
    }
}
