package dev.earshot.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a hub is asked again. */
class TopicLeaseTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // state, lease since it was asked for, time since then, due
        "PENDING, , PT59M, false",
        "PENDING, , PT1H, true",
        "ACTIVE, P10D, P4DT23H, false",
        "ACTIVE, P10D, P5D, true",
        "ACTIVE, PT5M, PT30M, false",
        "ACTIVE, PT5M, PT1H, true",
        "ACTIVE, P3650D, P4DT23H, false",
        "ACTIVE, P3650D, P5D, true",
        "ACTIVE, -PT1H, PT1H, true",
        "DENIED, , PT23H, false",
        "DENIED, P10D, P1D, true",
    })
    void itIsAskedForAgainInTime(TopicLease.State state, Duration lease, Duration since, boolean due) {
        Instant until = lease == null ? null : NOON.plus(lease);
        TopicLease one = new TopicLease("https://a.example/feed", "https://hub.example", NOON, until, state, null);
        assertEquals(due, one.isDue(NOON.plus(since)));
    }

    @ParameterizedTest
    @CsvSource({"P6D, false", "P5D, true", "PT0S, true"})
    void whatWasSubscribedToByHandIsRenewedToo(Duration left, boolean due) {
        TopicLease byHand =
                new TopicLease("https://a.example/feed", null, null, NOON.plus(left), TopicLease.State.ACTIVE, null);
        assertEquals(due, byHand.isDue(NOON));
    }
}
