package dev.earshot.emulators.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request to a {@link LoopbackServer}. */
public final class Call {

    /** Largest body taken in bytes: enough for 256 KB of which every byte is percent-encoded. */
    public static final int MAX_BODY = 1_048_576;

    /** How much of a refused body is still read, so that its sender gets to see the refusal. */
    private static final int MAX_DRAIN = 8 * MAX_BODY;

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The HTTP method in capitals. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** Path and query as sent. */
    public URI uri() {
        return exchange.getRequestURI();
    }

    /** The first header of this name, in any case. */
    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /**
     * The body as UTF-8 text.
     *
     * @throws BodyTooLargeException if it is longer than {@link #MAX_BODY}
     */
    public String body() throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] bytes = in.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            drain(in);
            throw new BodyTooLargeException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[8_192];
        int drained = 0;
        for (int read = 0; read >= 0 && drained < MAX_DRAIN; read = in.read(buffer)) {
            drained += read;
        }
    }

    /** A request body above {@link #MAX_BODY}. */
    public static final class BodyTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException() {
            super("Request body is larger than " + MAX_BODY + " bytes");
        }
    }
}
