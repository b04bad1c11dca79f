package dev.earshot.edge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final String GOOD = "{\"name\": \"good\", \"provider\": \"github\", \"secrets\": [\"SECRET\"]}";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Map<String, String> configured = new HashMap<>(Map.of("good", GOOD));
    private final Sources sources = new Sources(this::read, clock, Duration.ofSeconds(60));
    private int reads;
    private boolean outage;

    @Test
    void theyAreReadAtMostOnceAMinuteHoweverManyNamesAreGuessed() {
        for (int i = 0; i < 100; i++) {
            assertInstanceOf(KnownSource.Unknown.class, sources.find("guess-" + i));
            assertInstanceOf(KnownSource.Configured.class, sources.find("good"));
        }
        clock.forward(Duration.ofMillis(59_999));
        sources.find("good");
        assertEquals(1, reads);
        clock.forward(Duration.ofMillis(1));
        sources.find("good");
        assertEquals(2, reads);
    }

    @Test
    void whoAsksForAllGetsThoseThatCanBeUsed() {
        configured.put("bad", "{");
        assertEquals(
                List.of("good"),
                sources.all().stream().map(source -> source.name()).toList());
    }

    @Test
    void aChangeIsSeenAfterAMinute() {
        sources.find("good");
        configured.remove("good");
        assertInstanceOf(KnownSource.Configured.class, sources.find("good"));
        clock.forward(Duration.ofSeconds(60));
        assertInstanceOf(KnownSource.Unknown.class, sources.find("good"));
    }

    @Test
    void whileTheyCannotBeReadAgainTheOldOnesServeOn() {
        sources.find("good");
        outage = true;
        clock.forward(Duration.ofSeconds(60));
        assertInstanceOf(KnownSource.Configured.class, sources.find("good"));
        assertInstanceOf(KnownSource.Configured.class, sources.find("good"));
        assertEquals(2, reads, "an outage is not asked about on every hook");
        outage = false;
        configured.clear();
        clock.forward(Duration.ofSeconds(60));
        assertInstanceOf(KnownSource.Unknown.class, sources.find("good"));
    }

    @Test
    void whatWasNeverReadCannotServe() {
        outage = true;
        assertThrows(IllegalStateException.class, () -> sources.find("good"));
        outage = false;
        assertInstanceOf(KnownSource.Configured.class, sources.find("good"), "and is asked for again at once");
    }

    @Test
    void afterARestoreTheyAreReadAnew() {
        sources.find("good");
        sources.forget();
        sources.find("good");
        assertEquals(2, reads);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                " ",
                "\"SECRET\"",
                "{",
                "SECRET",
                "{}",
                "{\"name\": \"broken\"}",
                "{\"name\": \"other\", \"provider\": \"github\", \"secrets\": [\"SECRET\"]}",
                "{\"name\": \"broken\", \"provider\": \"\", \"secrets\": [\"SECRET\"]}",
                "{\"name\": \"broken\", \"provider\": \"github\", \"secrets\": \"SECRET\"}",
                "{\"name\": \"broken\", \"provider\": \"github\", \"secrets\": [null]}",
                "{\"name\": \"broken\", \"provider\": \"github\", \"secrets\": [{\"SECRET\": 1}]}",
                "{\"name\": \"broken\", \"provider\": \"github\", \"SECRET\": []}",
                "{\"name\": \"broken\", \"provider\": \"github\", \"options\": 5}"
            })
    void oneBrokenParameterBreaksOneSourceAndTellsNoSecret(String json) {
        configured.put("broken", json);
        KnownSource.Broken broken = assertInstanceOf(KnownSource.Broken.class, sources.find("broken"));
        assertFalse(broken.reason().isBlank());
        assertFalse(broken.reason().contains("SECRET"), broken.reason());
        assertInstanceOf(KnownSource.Configured.class, sources.find("good"));
    }

    @Test
    void aSourceInALogShowsNoSecret() {
        assertFalse(String.valueOf(sources.find("good")).contains("SECRET"));
    }

    private Map<String, String> read() {
        reads++;
        if (outage) {
            throw new IllegalStateException("an outage");
        }
        return configured;
    }
}
