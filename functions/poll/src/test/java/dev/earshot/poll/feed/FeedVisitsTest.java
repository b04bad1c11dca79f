package dev.earshot.poll.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.core.source.FeedState;
import dev.earshot.core.source.FeedStateStore;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import dev.earshot.edge.MentionQueue;
import dev.earshot.poll.SetClock;
import dev.earshot.poll.Visit;
import dev.earshot.poll.WebServer;
import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.web.SafeWeb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits to a feed, with a server that is real and a clock that is set. */
class FeedVisitsTest {

    private final WebServer server = new WebServer();
    private final SetClock clock = new SetClock();
    private final Map<String, FeedState> kept = new HashMap<>();
    private final List<String> queued = new ArrayList<>();
    private boolean queueIsDown;
    private final List<SourceReport> brought = new ArrayList<>();
    private final FeedVisits visits = new FeedVisits(
            new SafeWeb(true), states(), health(), new MentionQueue(this::queue, "its feed is read again"), clock);

    @AfterEach
    void stops() {
        server.close();
    }

    @Test
    void whatIsNewIsQueuedOnceAndWhatChangedAgain() {
        server.answers(200, rss("a", "b"));
        assertEquals(Visit.feed(2), visit());
        assertEquals(List.of("a", "b"), said());
        assertEquals(Visit.NOTHING, visit(), "it is not due");
        clock.forward(Duration.ofMinutes(15));
        assertEquals(Visit.feed(0), visit());
        server.answers(200, rss("b", "c"));
        clock.forward(Duration.ofMinutes(15));
        assertEquals(Visit.feed(1), visit());
        assertEquals(List.of("c"), said());
        server.answers(200, rss("b", "c").replace("12:00:00 GMT", "12:30:00 GMT"));
        clock.forward(Duration.ofMinutes(15));
        assertEquals(Visit.feed(2), visit(), "their times are later now");
        assertEquals(2, state().lastItems());
    }

    @Test
    void whatAVisitBroughtCountsAsDeliveredAndWhatFoundNothingNewDoesNot() {
        server.answers(200, rss("a", "b"));
        visit();
        clock.forward(Duration.ofMinutes(15));
        visit();
        assertEquals(List.of(SourceReport.delivery(SetClock.NOON, 2, 0)), brought);
        assertEquals(clock.instant(), state().lastPolledAt());
        server.answers(500, "");
        clock.forward(Duration.ofMinutes(15));
        visit();
        assertEquals(1, brought.size());
    }

    @Test
    void aFeedThatHasNotChangedIsNotSentAgain() {
        server.answers(200, rss("a"), "ETag", "W/\"1\"", "Last-Modified", "Sat, 21 Nov 2026 11:00:00 GMT");
        visit();
        server.answers(304, "");
        clock.forward(Duration.ofMinutes(15));
        assertEquals(Visit.feed(0), visit());
        WebServer.Asked second = server.asked().get(1);
        assertEquals("W/\"1\"", second.ifNoneMatch());
        assertEquals("Sat, 21 Nov 2026 11:00:00 GMT", second.ifModifiedSince());
        clock.forward(Duration.ofMinutes(15));
        visit();
        assertEquals("W/\"1\"", server.asked().get(2).ifNoneMatch(), "still known");
        assertEquals(1, state().lastItems());
        assertEquals(SetClock.NOON.plus(Duration.ofMinutes(30)), state().lastPolledAt());
    }

    @Test
    void afterFailuresItIsLeftAloneForTwiceAsLongEachTimeUpToSixHours() {
        server.answers(500, "");
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            assertEquals(Visit.FAILED_FEED, visit());
            Instant next = state().nextAt();
            pauses.add(Duration.between(clock.instant(), next));
            clock.forward(Duration.between(clock.instant(), next));
        }
        assertEquals(
                List.of(15, 30, 60, 120, 240, 360, 360, 360),
                pauses.stream().map(pause -> (int) pause.toMinutes()).toList());
        assertEquals(8, state().failures());
        assertEquals("its server answered 500", state().lastError());
        server.answers(200, rss("a"));
        assertEquals(Visit.feed(1), visit());
        assertEquals(0, state().failures());
        assertNull(state().lastError());
        assertEquals(clock.instant().plus(Duration.ofMinutes(15)), state().nextAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7200|PT2H",
                "60|PT15M",
                "99999999|P1D",
                "-5|PT15M",
                "soon|PT15M",
                "Sat, 21 Nov 2026 15:00:00 GMT|PT3H",
                "Sat, 21 Nov 2020 15:00:00 GMT|PT15M",
                "99999999999999999999|PT15M"
            })
    void whoAsksToBeLeftAloneIs(String retryAfter, Duration pause) {
        server.answers(429, "", "Retry-After", retryAfter);
        visit();
        assertEquals(SetClock.NOON.plus(pause), state().nextAt());
    }

    @Test
    void aFeedThatIsGoneIsNotAskedForAgainUntilItsAddressChanges() {
        server.answers(410, "");
        visit();
        assertNull(state().nextAt());
        assertEquals("it is gone (410)", state().lastError());
        clock.forward(Duration.ofDays(400));
        assertEquals(Visit.NOTHING, visit());
        assertEquals(1, server.asked().size());
        server.answers(200, rss("a"));
        assertEquals(Visit.feed(1), visits.visit(source("/moved"), soon()));
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>Not here</body></html>, The document is neither RSS nor Atom.",
        "{}, 'The feed is not XML that can be read, at line 1, column 1.'"
    })
    void whatIsNoFeedIsAFailure(String body, String error) {
        server.answers(200, body, "ETag", "\"1\"");
        assertEquals(Visit.FAILED_FEED, visit());
        assertEquals(error, state().lastError());
        assertNull(state().etag(), "it must be sent again");
    }

    @Test
    void whatCouldNotBeQueuedIsQueuedTheNextTime() {
        server.answers(200, rss("a"), "ETag", "\"1\"");
        queueIsDown = true;
        assertEquals(Visit.FAILED_FEED, visit());
        assertEquals("not everything in it could be queued", state().lastError());
        queueIsDown = false;
        clock.forward(Duration.ofMinutes(15));
        assertEquals(Visit.feed(1), visit());
        assertNull(server.asked().get(1).ifNoneMatch());
    }

    @Test
    void whatTheSourceDoesNotListenToIsNotQueued() throws Exception {
        server.answers(200, rss("a"));
        Source deaf = new Source(
                "blog",
                "feed",
                List.of(),
                EarshotJson.mapper().readTree("{\"url\": \"" + server.url("/") + "\", \"languages\": [\"de\"]}"));
        assertEquals(Visit.feed(0), visits.visit(deaf, soon()));
    }

    private Visit visit() {
        return visits.visit(source("/feed"), soon());
    }

    private FeedState state() {
        return kept.get("blog");
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        for (String body : queued) {
            Mention mention = ((Decoded.Read<Mention>) QueueForms.readMention(body)).value();
            said.add(mention.title());
        }
        queued.clear();
        return said.stream().sorted().toList();
    }

    private Set<String> queue(Map<String, String> bodies) {
        if (queueIsDown) {
            return bodies.keySet();
        }
        queued.addAll(bodies.values());
        return Set.of();
    }

    private SourceHealth health() {
        return new SourceHealth() {
            @Override
            public void add(String source, SourceReport report) {
                brought.add(report);
            }

            @Override
            public void register(List<RegisteredSource> sources, Instant seenAt) {
                throw new IllegalStateException("the poller registers nothing");
            }
        };
    }

    private FeedStateStore states() {
        return new FeedStateStore() {
            @Override
            public Optional<FeedState> find(String source) {
                return Optional.ofNullable(kept.get(source));
            }

            @Override
            public void put(String source, FeedState state) {
                kept.put(source, state);
            }
        };
    }

    private Source source(String path) {
        return new Source(
                "blog",
                "feed",
                List.of(),
                EarshotJson.mapper()
                        .createObjectNode()
                        .put("url", server.url(path).toString()));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), Clock.systemUTC());
    }

    private static String rss(String... titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><guid>").append(title).append("</guid><title>").append(title);
            items.append("</title><pubDate>Fri, 20 Nov 2026 12:00:00 GMT</pubDate></item>");
        }
        return "<rss version=\"2.0\"><channel><language>en</language>" + items + "</channel></rss>";
    }
}
