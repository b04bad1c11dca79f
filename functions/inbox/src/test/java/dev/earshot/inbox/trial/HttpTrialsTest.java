package dev.earshot.inbox.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTrialsTest {

    private final List<String> got = new ArrayList<>();
    private HttpServer api;
    private int status = 200;
    private String body = "{\"analysis\": {}, \"decision\": {}}";

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        api.createContext("/api/try", exchange -> {
            got.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Earshot-Sign-In") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void theSignInOfWhoAsksIsShownInAHeaderOfItsOwn() {
        assertInstanceOf(TrialAnswer.Tried.class, attempt(new TrialText("a \"text\"", "our-forum")));
        attempt(new TrialText("another", ""));
        assertEquals(
                List.of(
                        "POST id-token null {\"text\":\"a \\\"text\\\"\",\"source\":\"our-forum\"}",
                        "POST id-token null {\"text\":\"another\"}"),
                got);
    }

    @Test
    void whatIsWrongWithATextIsSaid() {
        status = 400;
        body = "{\"detail\": \"no\", \"errors\": [{\"pointer\": \"/text\", \"detail\": \"is needed\"}]}";
        assertEquals("Not tried: /text: is needed", why());
        status = 401;
        body = "{\"detail\": \"The bearer token is not accepted.\"}";
        assertEquals("Not tried: The bearer token is not accepted.", why());
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainLater() {
        status = 503;
        assertTrue(why().contains("Try again"));
        status = 200;
        body = "no JSON";
        assertTrue(why().contains("Try again"));
        api.stop(0);
        assertTrue(why().contains("Try again"));
    }

    private String why() {
        return assertInstanceOf(TrialAnswer.NotTried.class, attempt(new TrialText("a", "")))
                .why();
    }

    private TrialAnswer attempt(TrialText text) {
        String address = "http://127.0.0.1:" + api.getAddress().getPort();
        return new HttpTrials(() -> address, () -> "id-token").attempt(text);
    }
}
