package dev.earshot.emulators.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** The loopback interface, the only one that emulators listen on. */
public final class Loopback {

    /** Its address as text. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /**
     * A port that was free a moment ago, for servers that must know theirs before they bind.
     *
     * @throws UncheckedIOException if there is none
     */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
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
