package dev.earshot.ingest.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.Refusal;
import dev.earshot.core.source.SourceReport;
import dev.earshot.ingest.MutableClock;
import dev.earshot.provider.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what was seen of sources is written down. */
class HealthLogTest {

    private final MutableClock clock = new MutableClock(Signed.NOON);
    private final HealthMemory table = new HealthMemory();
    private final HealthLog log = new HealthLog(table, clock, table.later());

    @Test
    void theFirstEventIsWrittenAtOnceAndTheOthersOfTenSecondsTogether() {
        log.add("a", delivery());
        assertEquals(1, table.writes());
        assertEquals(0, table.planned(), "nothing is left to write");
        for (int i = 0; i < 5; i++) {
            log.add("a", delivery());
        }
        assertEquals(1, table.writes());
        clock.forward(HealthLog.PAUSE);
        log.add("a", delivery());
        assertEquals(2, table.writes());
        assertEquals(7, deliveries("a"));
    }

    @Test
    void whatNoRequestWritesIsWrittenLater() {
        log.add("a", delivery());
        log.add("a", delivery());
        log.add("a", SourceReport.refusal(new Refusal(clock.instant(), "x")));
        assertEquals(1, table.planned(), "once, however many wait");
        assertNull(table.reports().get("a").lastRefusal());
        table.runLater();
        assertEquals(2, table.writes());
        assertEquals(2, deliveries("a"));
        assertEquals("x", table.reports().get("a").lastRefusal().reason());
        assertEquals(0, table.planned());
    }

    @Test
    void aRequestWritesNoMoreThanItsOwnSource() {
        log.add("a", delivery());
        log.add("a", delivery());
        log.add("b", delivery());
        assertEquals(2, table.writes());
        assertEquals(1, deliveries("a"));
        assertEquals(1, deliveries("b"));
    }

    @Test
    void whatCannotBeWrittenFailsNothingAndIsKeptInItsOrder() {
        table.broken(true);
        log.add("a", SourceReport.refusal(new Refusal(clock.instant(), "first")));
        clock.forward(Duration.ofSeconds(1));
        log.add("a", SourceReport.refusal(new Refusal(clock.instant(), "second")));
        table.runLater();
        assertEquals(1, table.planned(), "it is tried again");
        table.broken(false);
        table.runLater();
        assertEquals("second", table.reports().get("a").lastRefusal().reason());
        assertEquals(
                List.of(new HourCounts(Signed.NOON, 0, 2, 0, 0)),
                table.reports().get("a").hours());
    }

    private SourceReport delivery() {
        Instant now = clock.instant();
        return SourceReport.delivery(now, 1, 0);
    }

    private long deliveries(String source) {
        return table.reports().get(source).hours().stream()
                .mapToLong(HourCounts::deliveries)
                .sum();
    }
}
