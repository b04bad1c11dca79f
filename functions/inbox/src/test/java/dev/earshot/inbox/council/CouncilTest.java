package dev.earshot.inbox.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.Caller;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.HourlyCounts.Hour;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.council.Table.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouncilTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Map<String, String> NAMES = names();
    private static final Caller COUNCIL = new Caller("1", "Cleo", Set.of("council"));
    private static final Caller LEADER = new Caller("2", "Lea", Set.of("leadership"));

    @Test
    void everyFigureOfACaseLeadsToItsCases() {
        Council page = page(Span.read(null, null, null, TODAY), COUNCIL);
        Cell volume = cell(page, "volume", "21 Nov", "Customer support");
        assertEquals("4", volume.value());
        assertEquals(Optional.of("/?department=support&show=all&from=2026-11-21&to=2026-11-21"), volume.href());
        assertEquals(
                Optional.of("/?show=all&source=a%26b&from=2026-11-21&to=2026-11-21"),
                cell(page, "sources", "21 Nov", "a&b").href());
        assertEquals(
                Optional.of("/?show=all&sentiment=NEGATIVE&from=2026-11-21&to=2026-11-21"),
                cell(page, "sentiment", "21 Nov", "Negative").href());
        assertEquals(
                Optional.of("/?department=support&show=all&outcome=FIXED&from=2026-10-24&to=2026-11-22"),
                cell(page, "outcomes", "Customer support", "Fixed").href());
        assertEquals(
                Optional.empty(),
                cell(page, "volume", "20 Nov", "Customer support").href(),
                "of none");
    }

    @Test
    void aFigureOfWhatHappenedLeadsToTheCasesToWhichItDid() {
        Council page = page(Span.read("2026-11-16", "2026-11-22", "support", TODAY), COUNCIL);
        String days = "&from=2026-11-16&to=2026-11-22";
        Map<String, String> expected = Map.of(
                "Acknowledged", "&happened=ACKNOWLEDGED",
                "Resolved", "&happened=RESOLVED",
                "Loop score", "&happened=FINISHED",
                "Routing corrected", "&happened=CORRECTED");
        expected.forEach((label, happened) -> assertEquals(
                Optional.of("/?department=support&show=all" + happened + days),
                page.tiles().stream()
                        .filter(tile -> tile.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .href()));
    }

    @Test
    void whoMayNotReadTheCasesIsLedToNone() {
        Council page = page(Span.read(null, null, null, TODAY), LEADER);
        assertTrue(page.pictures().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .allMatch(cell -> cell.href().isEmpty()));
        assertTrue(
                page.tiles().stream().noneMatch(tile -> tile.href().orElse("").startsWith("/")));
        assertTrue(page.loops().stream().allMatch(row -> row.href().isEmpty()));
    }

    @Test
    void manyDaysAreShownByTheWeekAndNoneIsLost() {
        Council page = page(Span.read("2026-08-25", "2026-11-22", null, TODAY), COUNCIL);
        Table volume = table(page, "volume");
        assertEquals(13, volume.rows().size());
        Table.Row last = volume.rows().get(12);
        assertEquals("17 Nov to 22 Nov", last.head());
        assertEquals("4", last.cells().get(0).value());
    }

    @Test
    void sourcesBeyondTheLargestAreAddedUp() {
        Map<String, Long> counted = new LinkedHashMap<>(Map.of("cases", 9L, "mentions", 9L));
        for (int i = 0; i < 9; i++) {
            counted.put("source:s" + i, 1L);
        }
        Span span = Span.read(null, null, null, TODAY);
        Review review = Review.of(
                List.of("support"),
                List.of(hour("support", counted)),
                span.period(),
                Instant.parse("2026-11-22T12:00:00Z"));
        Council page = Council.of(Optional.of(review), span, NAMES, new Links(COUNCIL), TODAY);
        assertEquals(
                List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6", "All others"),
                table(page, "sources").columns());
        assertEquals("2", cell(page, "sources", "21 Nov", "All others").value());
    }

    @Test
    void withoutAnythingHeardThePageSaysWhatWillBeThere() {
        Span span = Span.read("2026-01-01", "2026-01-07", null, TODAY);
        Council page = page(span, COUNCIL);
        assertTrue(page.silent());
        assertEquals(List.of(), page.pictures());
    }

    @Test
    void daysThatMakeNoSenseAreTheLastThirty() {
        Span usual = new Span(TODAY.minusDays(29), TODAY, Optional.empty());
        assertEquals(usual, Span.read("soon", "2026-99-99", "", TODAY));
        assertEquals(usual, Span.read("2027-01-01", "2027-01-02", null, TODAY), "nothing was heard in the future");
        assertEquals(400, Span.read("0001-01-01", null, null, TODAY).days());
        assertFalse(Span.read("2026-11-20", "2026-11-19", null, TODAY).from().isAfter(TODAY));
    }

    @Test
    void theSheetHasARowForEachDepartmentAndDayAndNoFormula() {
        Span span = Span.read("2026-11-21", "2026-11-22", null, TODAY);
        String sheet = CouncilSheet.of(review(span));
        List<String> lines = sheet.lines().toList();
        assertEquals(1 + 2 * 2, lines.size());
        assertTrue(lines.get(1).startsWith("\"support\",\"2026-11-21\",3,4,3,1,1,0,0,0,0,0,"), lines.get(1));
        assertTrue(lines.get(0).endsWith("\"source a&b\""), lines.get(0));
        assertTrue(lines.get(3).startsWith("\"_noise\",\"2026-11-21\",2,0,"), lines.get(3));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("support", "Customer support");
        names.put(Counted.NOISE, "Noise");
        return names;
    }

    private static Council page(Span span, Caller caller) {
        return Council.of(Optional.of(review(span)), span, NAMES, new Links(caller), TODAY);
    }

    private static Review review(Span span) {
        Map<String, Long> support = Map.of(
                "mentions",
                3L,
                "cases",
                4L,
                "acknowledged",
                1L,
                "resolved",
                1L,
                "outcome:FIXED",
                1L,
                "source:a&b",
                4L,
                "sentiment:NEGATIVE",
                4L,
                "ack:20",
                1L,
                "resolve:40",
                1L);
        List<Hour> hours =
                List.of(hour("support", support), hour(Counted.NOISE, Map.of("mentions", 2L, "source:a&b", 2L)));
        return Review.of(List.copyOf(NAMES.keySet()), hours, span.period(), Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static Hour hour(String who, Map<String, Long> counted) {
        return new Hour(
                who, LocalDate.parse("2026-11-21").atTime(9, 0).toInstant(ZoneOffset.UTC), new Counted(counted));
    }

    private static Table table(Council page, String id) {
        return page.pictures().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Cell cell(Council page, String id, String row, String column) {
        Table table = table(page, id);
        return table.rows().stream()
                .filter(one -> one.head().equals(row))
                .map(one -> one.cells().get(table.columns().indexOf(column)))
                .findFirst()
                .orElseThrow();
    }
}
