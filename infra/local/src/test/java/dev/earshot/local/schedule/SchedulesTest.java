package dev.earshot.local.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the clock invokes, and with what. */
class SchedulesTest {

    @ParameterizedTest
    @CsvSource({"rate(1 minute), PT1M", "rate(5 minutes), PT5M", "rate(1 hour), PT1H", "rate(2 days), PT48H"})
    void aRateIsTheTimeBetween(String expression, Duration every) {
        assertEquals(Optional.of(every), Rate.of(expression));
    }

    @Test
    void cronIsNoRate() {
        assertEquals(Optional.empty(), Rate.of("cron(0 8 ? * MON-FRI *)"));
    }

    @Test
    void theEventIsThatOfEventBridge() throws Exception {
        String event = ScheduledEvent.of(
                "earshot-poll-EveryMinute", "eu-central-1", "000000000000", Instant.parse("2026-11-22T06:00:00.9Z"));
        JsonNode json = EarshotJson.mapper().readTree(event);
        assertEquals("Scheduled Event", json.get("detail-type").asText());
        assertEquals("aws.events", json.get("source").asText());
        assertEquals("2026-11-22T06:00:00Z", json.get("time").asText());
        assertEquals(
                "arn:aws:events:eu-central-1:000000000000:rule/earshot-poll-EveryMinute",
                json.at("/resources/0").asText());
        assertEquals("{}", json.get("detail").toString());
    }
}
