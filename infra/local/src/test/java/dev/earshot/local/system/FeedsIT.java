package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.local.cloud.LocalCloud;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said in feeds becomes mentions: in those that are read, and in those that a hub pushes. */
class FeedsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static FeedSite site;
    private static LocalCloud cloud;

    @BeforeAll
    static void startsIt() throws Exception {
        site = new FeedSite();
        cloud = TestCloud.start(List.of(site.polled("our-blog"), site.pushed("our-videos")), Optional.empty());
    }

    @AfterAll
    static void endsIt() {
        cloud.close();
        site.close();
    }

    @Test
    void feedsAreReadHubsAreAskedAndWhatBothDeliverIsHeard() throws Exception {
        JsonNode visit = EarshotJson.mapper().readTree(runNow("Poll").body());
        assertEquals(1, visit.get("feeds").asInt(), visit.toString());
        assertEquals(1, visit.get("hubs").asInt(), visit.toString());
        assertHeard(MentionId.of("our-blog", FeedSite.ENTRY), FeedSite.WORDS);

        Map<String, String> asked = site.asked().get(0);
        assertEquals(cloud.address() + "/hooks/our-videos", asked.get("hub.callback"));
        HttpResponse<String> echoed = verify(asked, "subscribe", asked.get("hub.topic"));
        assertEquals(200, echoed.statusCode());
        assertEquals("a-challenge", echoed.body());
        assertEquals(
                404,
                verify(asked, "subscribe", "https://elsewhere.example/feed").statusCode());

        byte[] pushed =
                FeedSite.feed("tag:site.example,2026:2", "The lid leaks.").getBytes(UTF_8);
        assertEquals(202, deliver(asked, pushed, asked.get("hub.secret")).statusCode());
        assertHeard(MentionId.of("our-videos", "tag:site.example,2026:2"), "The lid leaks.");
        assertEquals(401, deliver(asked, pushed, "another-secret").statusCode());
        assertEquals(
                401,
                deliver(Map.of("hub.callback", cloud.address() + "/hooks/our-blog"), pushed, "")
                        .statusCode());

        JsonNode again = EarshotJson.mapper().readTree(runNow("Poll").body());
        assertEquals(0, again.get("feeds").asInt() + again.get("hubs").asInt(), "nothing is due");
    }

    @Test
    void schedulesThatDoNotExistAreNotFoundAndOtherSitesMayNotAsk() throws Exception {
        assertEquals(404, runNow("Ingest").statusCode());
        HttpRequest foreign = HttpRequest.newBuilder(cloud.address().resolve("/_local/schedules/Poll"))
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(403, HTTP.send(foreign, BodyHandlers.ofString()).statusCode());
        HttpRequest page =
                HttpRequest.newBuilder(cloud.address().resolve("/_local/")).build();
        assertTrue(HTTP.send(page, BodyHandlers.ofString()).body().contains("rate(1 minute)"));
    }

    private static void assertHeard(MentionId id, String words) throws Exception {
        ApiClient council = ApiClient.of(cloud, "Ada", "council");
        await().atMost(SOON).until(() -> council.get("/api/mentions/" + id).status() == 200);
        assertEquals(
                words, council.get("/api/mentions/" + id).json().get("text").asText());
    }

    private static HttpResponse<String> runNow(String function) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.address().resolve("/_local/schedules/" + function))
                .timeout(SOON)
                .POST(BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> verify(Map<String, String> asked, String mode, String topic) throws Exception {
        URI question = URI.create(asked.get("hub.callback") + "?hub.mode=" + mode + "&hub.challenge=a-challenge"
                + "&hub.lease_seconds=864000&hub.topic=" + URLEncoder.encode(topic, UTF_8));
        return HTTP.send(HttpRequest.newBuilder(question).timeout(SOON).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> deliver(Map<String, String> asked, byte[] body, String secret)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asked.get("hub.callback")))
                .timeout(SOON)
                .header("Content-Type", "application/atom+xml");
        if (!secret.isEmpty()) {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            request.header("X-Hub-Signature", "sha1=" + HexFormat.of().formatHex(mac.doFinal(body)));
        }
        return HTTP.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }
}
