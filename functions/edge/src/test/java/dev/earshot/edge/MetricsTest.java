package dev.earshot.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics("ingest", Clock.fixed(NOON, ZoneOffset.UTC), lines::add);

    @Test
    void aLineIsWhatTheEmbeddedMetricFormatAsksFor() throws JsonProcessingException {
        metrics.count("Accepted", 2);
        metrics.count("Accepted", 3);
        metrics.time("Took", Duration.ofMillis(1_500));
        metrics.time("Took", Duration.ofMillis(7));
        metrics.flush();
        JsonNode expected = EarshotJson.mapper().readTree("""
                        {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [
                            {"Namespace": "Earshot", "Dimensions": [["function"]], "Metrics": [
                                {"Name": "Accepted", "Unit": "Count"}, {"Name": "Took", "Unit": "Milliseconds"}]}]},
                         "function": "ingest", "Accepted": 5, "Took": [1500, 7]}
                        """.formatted(NOON.toEpochMilli()));
        assertEquals(1, lines.size());
        assertEquals(expected.toString(), lines.get(0));
        assertFalse(lines.get(0).contains("\n"), "CloudWatch reads it as one log event");
    }

    @Test
    void aFlushBeginsAnew() {
        metrics.count("Accepted", 2);
        metrics.flush();
        metrics.flush();
        assertEquals(1, lines.size());
        metrics.count("Ignored", 1);
        metrics.flush();
        assertEquals(2, lines.size());
        assertFalse(lines.get(1).contains("Accepted"), lines.get(1));
    }

    @Test
    void whoCountedNothingWritesNothing() {
        metrics.flush();
        assertEquals(List.of(), lines);
    }

    @Test
    void oneTimeHasAtMostAHundredValuesAsCloudWatchTakes() throws JsonProcessingException {
        for (int i = 0; i < 150; i++) {
            metrics.time("Took", Duration.ofMillis(i));
        }
        metrics.flush();
        assertEquals(
                100, EarshotJson.mapper().readTree(lines.get(0)).get("Took").size());
    }
}
