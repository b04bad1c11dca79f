package dev.earshot.provider.trustpilot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews are looked up before they count, at a server that stands in for Trustpilot's. */
class ReviewLookupTest {

    private static final String REVIEW = "{\"id\": \"5f6e0d8f7d6a7c0001a1b2c3\", \"stars\": 1, \"title\": \"As it"
            + " is\", \"text\": \"there\", \"createdAt\": \"2026-11-20T08:30:00Z\", \"updatedAt\": null, \"language\":"
            + " \"en\", \"consumer\": {\"id\": \"c1\", \"displayName\": \"Mira\"}}";

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int status = 200;
    private volatile byte[] body = REVIEW.getBytes(UTF_8);
    private volatile boolean silent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("apikey"));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, silent ? 1_000 : body.length == 0 ? -1 : body.length);
        try {
            if (silent) {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                end.await();
            }
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Test
    void whatTrustpilotSaysCountsAndNotWhatWasDelivered() {
        Mention review = Samples.one(heard("service-review-created", Duration.ofSeconds(10)));
        assertEquals("As it is", review.title());
        assertEquals("there", review.text());
        assertEquals("Mira", review.author().name());
        assertEquals(List.of("/v1/reviews/5f6e0d8f7d6a7c0001a1b2c3 our-key"), List.copyOf(asked));
    }

    @Test
    void productReviewsAreLookedUpWhereTheyAre() {
        String text = new String(Signed.file("trustpilot/service-review-created.json"), UTF_8);
        body = REVIEW.replace("\"text\"", "\"content\"").getBytes(UTF_8);
        Mention review =
                Samples.one(heardBody(text.replace("service-review-", "product-review-"), Duration.ofSeconds(10)));
        assertEquals("there", review.text());
        assertEquals(List.of("/v1/product-reviews/5f6e0d8f7d6a7c0001a1b2c3 our-key"), List.copyOf(asked));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatTrustpilotDoesNotKnowIsIgnored(int answer) {
        status = answer;
        assertEquals(Heard.ignored(), heard("service-review-created", Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 401, 403, 429, 500, 503})
    void whileTrustpilotGivesNoAnswerTheDeliveryMustComeAgain(int answer) {
        status = answer;
        Heard.Later later =
                assertInstanceOf(Heard.Later.class, heard("service-review-created", Duration.ofSeconds(10)));
        assertFalse(later.reason().contains("our-key"));
        assertEquals(1, asked.size(), "no redirect is followed");
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        silent = true;
        assertInstanceOf(Heard.Later.class, heard("service-review-created", Duration.ofMillis(300)));
    }

    @Test
    void anAnswerThatIsTooLongOrNoReviewCounts() {
        body = new byte[256 * 1024 + 1];
        assertInstanceOf(Heard.Later.class, heard("service-review-created", Duration.ofSeconds(10)));
        body = "<html>".getBytes(UTF_8);
        assertInstanceOf(Heard.Later.class, heard("service-review-created", Duration.ofSeconds(10)));
    }

    @Test
    void aServerThatIsNotThereMeansLater() {
        server.stop(0);
        assertInstanceOf(Heard.Later.class, heard("service-review-created", Duration.ofSeconds(10)));
    }

    @Test
    void deletionsAreBelievedWithoutAsking() {
        assertTrue(Samples.one(heard("service-review-deleted", Duration.ofSeconds(10)))
                .deleted());
        assertTrue(asked.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../v1/secrets", "a?b", "a#b", "a b", "ä"})
    void onlyIdsThatAreIdsAreAskedFor(String id) {
        String text = new String(Signed.file("trustpilot/service-review-created.json"), UTF_8)
                .replaceFirst("5f6e0d8f7d6a7c0001a1b2c3", id);
        assertInstanceOf(Heard.Malformed.class, heardBody(text, Duration.ofSeconds(10)));
        assertTrue(asked.isEmpty());
    }

    private Heard heard(String file, Duration patience) {
        return heardBody(new String(Signed.file("trustpilot/" + file + ".json"), UTF_8), patience);
    }

    private Heard heardBody(String text, Duration patience) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return Samples.heard(
                new Trustpilot(new ReviewLookup(base, patience)),
                Samples.source("trustpilot", "{\"apiKey\": \"our-key\"}"),
                Map.of(),
                text.getBytes(UTF_8));
    }
}
