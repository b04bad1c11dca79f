package dev.earshot.emulators.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback interface, the only one that emulators listen on. */
public final class Loopback {

    /** Its address as text. */
    public static final String HOST = "127.0.0.1";

    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_ATTEMPTS = 100;

    private Loopback() {}

    /**
     * A port that was free a moment ago, for servers that must know theirs before they bind. It is below those that
     * systems give to connections and to servers that ask for any, so that none of them takes it meanwhile.
     *
     * @throws UncheckedIOException if there is none
     */
    public static int freePort() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(address(port));
                return port;
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new UncheckedIOException("no free port", e);
                }
            }
        }
    }

    /** The base address of a server on this port, without a slash at its end. */
    public static URI uri(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    static InetSocketAddress address(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
