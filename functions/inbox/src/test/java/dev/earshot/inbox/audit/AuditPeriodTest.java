package dev.earshot.inbox.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPeriodTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aDayReachesToItsEndAndNothingMeansTheLastThirtyDays() {
        assertEquals(
                Optional.of(
                        new AuditPeriod(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z"))),
                AuditPeriod.read("2026-11-01", "2026-11-02", NOON));
        assertEquals(
                Optional.of(new AuditPeriod(Instant.parse("2026-10-23T12:00:00.001Z"), NOON.plusMillis(1))),
                AuditPeriod.read(null, " ", NOON));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-11-03, 2026-11-01",
        "2026-11-03T10:00:00Z, 2026-11-03T10:00:00Z",
        "2020-01-01, 2026-01-01",
        "yesterday, 2026-01-01",
        "-999999999-01-01, 2026-01-01",
        "2026-01-01, +999999999-12-31",
        "2026-02-30, 2026-03-01"
    })
    void whatMakesNoSenseIsNoPeriod(String from, String to) {
        assertEquals(Optional.empty(), AuditPeriod.read(from, to, NOON));
    }
}
