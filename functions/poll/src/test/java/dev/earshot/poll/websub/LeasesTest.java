package dev.earshot.poll.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.source.LeaseStore;
import dev.earshot.core.source.TopicLease;
import dev.earshot.poll.SetClock;
import dev.earshot.poll.Visit;
import dev.earshot.poll.WebServer;
import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.web.SafeWeb;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hubs are asked, and when. */
class LeasesTest {

    private final WebServer topic = new WebServer();
    private final WebServer hub = new WebServer().answers(202, "");
    private final SetClock clock = new SetClock();
    private final List<TopicLease> kept = new ArrayList<>();
    private final Leases leases = leases(true);

    @AfterEach
    void stops() {
        topic.close();
        hub.close();
    }

    @Test
    void theHubThatTheFeedNamesIsAskedForTheTopicWithTheFirstSecret() {
        topic.answers(
                200,
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"/feed\"/><link rel=\"hub\" href=\""
                        + hub.url("/hub") + "\"/></feed>");
        assertEquals(Visit.HUB, renew("first", "second"));
        WebServer.Asked asked = hub.asked().get(0);
        assertEquals("POST", asked.method());
        assertEquals("/hub", asked.path());
        assertEquals(
                Map.of(
                        "hub.mode", "subscribe",
                        "hub.topic", topic.url("/feed").toString(),
                        "hub.callback", "https://listen.example.com/hooks/videos",
                        "hub.secret", "first",
                        "hub.lease_seconds", "864000"),
                form(asked.body()));
        assertEquals(TopicLease.State.PENDING, lease().state());
        assertEquals(hub.url("/hub").toString(), lease().hub());
        assertEquals(SetClock.NOON, lease().requestedAt());
        assertNull(lease().reason());
    }

    @Test
    void aHubInTheHeadersComesFirst() {
        topic.answers(
                200,
                "<rss version=\"2.0\"><channel/></rss>",
                "Link",
                "<" + topic.url("/feed") + ">; rel=\"self\", <" + hub.url("/header") + ">; rel=\"hub\"");
        assertEquals(Visit.HUB, renew("secret"));
        assertEquals("/header", hub.asked().get(0).path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://hub.example/>; rel=hub|https://hub.example/",
                "<https://a.example/>; rel=self, <https://hub.example/>;rel=\"hub\"|https://hub.example/",
                "<https://hub.example/>; title=\"x\"; rel=\"alternate hub\"|https://hub.example/",
                "<https://a.example/hub>; rel=\"self\"|",
                "<https://a.example/>; rel=github|",
                "rel=hub|"
            })
    void linksOfHeadersAreReadAsTheyAreWritten(String header, String expected) {
        assertEquals(Optional.ofNullable(expected), Hubs.inHeaders(List.of(header)));
    }

    @Test
    void theHubOfYouTubeIsKnown() {
        Hubs hubs = new Hubs(new SafeWeb(false));
        assertEquals(
                Optional.of("https://pubsubhubbub.appspot.com/subscribe"),
                hubs.of("https://www.youtube.com/feeds/videos.xml?channel_id=UC1", soon()));
    }

    @Test
    void itIsAskedAgainAtHalfOfTheLeaseAndNotBefore() {
        offersHub();
        renew("secret");
        agree(Duration.ofDays(4));
        clock.forward(Duration.ofHours(47));
        assertEquals(Visit.NOTHING, renew("secret"));
        clock.forward(Duration.ofHours(1));
        assertEquals(Visit.HUB, renew("secret"));
        assertEquals(2, hub.asked().size());
        assertEquals(1, topic.asked().size(), "the hub is known");
    }

    @Test
    void aHubThatDoesNotAskBackIsAskedEveryHourAndOneThatRefusesIsLookedForAgain() {
        offersHub();
        hub.answers(500, "");
        assertEquals(Visit.FAILED_HUB, renew("secret"));
        assertEquals("the hub answered 500", lease().reason());
        clock.forward(Duration.ofMinutes(59));
        assertEquals(Visit.NOTHING, renew("secret"));
        clock.forward(Duration.ofMinutes(1));
        hub.answers(204, "");
        assertEquals(Visit.HUB, renew("secret"));
        assertNull(lease().reason());
        assertEquals(2, topic.asked().size());
    }

    @Test
    void aTopicWithoutAHubIsTold() {
        topic.answers(200, "<rss version=\"2.0\"><channel/></rss>");
        assertEquals(Visit.FAILED_HUB, renew("secret"));
        assertEquals("the topic does not answer, or names no hub", lease().reason());
        assertNull(lease().hub());
    }

    @Test
    void withoutASecretNobodyIsAsked() {
        offersHub();
        assertEquals(Visit.FAILED_HUB, renew(""));
        assertEquals(List.of(), hub.asked());
    }

    @Test
    void noSecretIsToldWithoutHttps() {
        Source source = source("https://www.youtube.com/feeds/videos.xml?channel_id=UC1", "secret");
        kept.add(new TopicLease(
                "https://www.youtube.com/feeds/videos.xml?channel_id=UC1",
                hub.url("/").toString(),
                SetClock.NOON.minus(Duration.ofDays(1)),
                null,
                TopicLease.State.PENDING,
                null));
        assertEquals(Visit.FAILED_HUB, leases(false).renew(source, soon()));
        assertEquals("the hub does not speak https, in which the secret would be safe", lease().reason());
        assertEquals(List.of(), hub.asked());
    }

    private void offersHub() {
        topic.answers(200, "<rss version=\"2.0\"><channel/></rss>", "Link", "<" + hub.url("/") + ">; rel=hub");
    }

    private void agree(Duration lease) {
        TopicLease asked = lease();
        kept.clear();
        kept.add(new TopicLease(
                asked.topic(),
                asked.hub(),
                asked.requestedAt(),
                clock.instant().plus(lease),
                TopicLease.State.ACTIVE,
                null));
    }

    private TopicLease lease() {
        return kept.get(0);
    }

    private Visit renew(String... secrets) {
        return leases.renew(source(topic.url("/feed").toString(), secrets), soon());
    }

    private static Source source(String topic, String... secrets) {
        var options = EarshotJson.mapper().createObjectNode();
        options.putArray("topics").add(topic);
        return new Source("videos", "websub", List.of(secrets), options);
    }

    private Leases leases(boolean allowPlainHttp) {
        LeaseStore store = new LeaseStore() {
            @Override
            public List<TopicLease> of(String source) {
                return List.copyOf(kept);
            }

            @Override
            public void asked(String source, TopicLease lease) {
                kept.clear();
                kept.add(lease);
            }
        };
        LeaseSettings settings = new LeaseSettings("https://listen.example.com", allowPlainHttp);
        return new Leases(new SafeWeb(true), store, settings, clock);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            String[] both = pair.split("=", 2);
            form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), Clock.systemUTC());
    }
}
