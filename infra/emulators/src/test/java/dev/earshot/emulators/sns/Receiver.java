package dev.earshot.emulators.sns;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import org.awaitility.Awaitility;

/** A web endpoint that keeps what it gets and answers as told. */
final class Receiver implements AutoCloseable {

    record Post(Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;
    private final IntUnaryOperator statusOfPost;

    private Receiver(LoopbackServer server, IntUnaryOperator statusOfPost) {
        this.server = server;
        this.statusOfPost = statusOfPost;
    }

    static Receiver willing() {
        return answering(number -> 200);
    }

    /** The status for the first post, the second and so on, counted from 0. */
    static Receiver answering(IntUnaryOperator statusOfPost) {
        try {
            Receiver receiver = new Receiver(LoopbackServer.bind(0, "receiver"), statusOfPost);
            receiver.server.serve(receiver::handle);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.uri() + "/hook";
    }

    List<Post> posts() {
        return posts;
    }

    /** Waits for this post, counted from 0. */
    Post post(int number) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> posts.size() > number);
        return posts.get(number);
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized int keep(Post post) {
        posts.add(post);
        return posts.size() - 1;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = statusOfPost.applyAsInt(keep(new Post(exchange.getRequestHeaders(), body)));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
