package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's site with a feed at {@code /feed}, and a hub at {@code /hub} that is asked to deliver it. */
final class FeedSite implements AutoCloseable {

    static final String WORDS = "I asked for a refund of my Halden kettle.";
    static final String ENTRY = "tag:site.example,2026:1";
    static final String SECRET = "a-secret-for-the-hub";

    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    FeedSite() throws IOException {
        server = LoopbackServer.bind(0, "site").serve(this::handle);
    }

    URI topic() {
        return URI.create(server.uri() + "/feed");
    }

    /** The forms that the hub was sent. */
    List<Map<String, String>> asked() {
        return asked;
    }

    /** A source that reads the feed, as JSON. */
    String feedSource(String name) {
        return EarshotJson.mapper().valueToTree(polled(name)).toString();
    }

    Source polled(String name) {
        ObjectNode options = EarshotJson.mapper().createObjectNode().put("url", topic().toString());
        return new Source(name, "feed", List.of(), options);
    }

    /** A source that the hub pushes. */
    Source pushed(String name) {
        ObjectNode options = EarshotJson.mapper().createObjectNode();
        options.putArray("topics").add(topic().toString());
        return new Source(name, "websub", List.of(SECRET), options);
    }

    /** An Atom feed with one entry. */
    static String feed(String id, String words) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
                + "<title>Site</title><id>tag:site.example,2026:all</id><updated>2026-11-21T10:00:00Z</updated><entry><id>"
                + id + "</id><title>Kettle</title><updated>2026-11-21T10:00:00Z</updated><content>" + words
                + "</content><author><name>Mira</name></author></entry></feed>";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/hub")) {
                asked.add(form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            byte[] feed = feed(ENTRY, WORDS).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Link", "<" + server.uri() + "/hub>; rel=\"hub\"");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] both = pair.split("=", 2);
            form.put(both[0], URLDecoder.decode(both[1], UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.close();
    }
}
