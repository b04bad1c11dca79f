package dev.earshot.inbox.audit;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.paging.Page;
import dev.earshot.inbox.page.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail as its page shows it.
 *
 * @param from the first day, as the form takes it
 * @param to the last day
 * @param older the address of the page behind this one
 * @param export the address of the file
 * @param message what was wrong with what was asked
 */
record AuditTable(
        String from, String to, List<Row> rows, Optional<String> older, String export, Optional<String> message) {

    AuditTable {
        rows = List.copyOf(rows);
    }

    /** One entry. */
    record Row(String at, String shown, String by, String action, String item, Optional<String> link, String change) {

        static Row of(AuditEntry entry) {
            boolean isCase = entry.action() == AuditEntry.Action.CASE_CHANGED;
            return new Row(
                    EarshotJson.time(entry.at()),
                    Shown.time(entry.at()),
                    Shown.words(entry.by()),
                    Shown.word(entry.action()),
                    entry.item(),
                    isCase ? Optional.of("/cases/" + entry.item()) : Optional.empty(),
                    entry.change());
        }
    }

    static AuditTable of(AuditPeriod period, Page<AuditEntry> page, Optional<String> message) {
        String from = EarshotJson.time(period.from());
        String to = EarshotJson.time(period.to());
        String query = "?from=" + encoded(from) + "&to=" + encoded(to);
        return new AuditTable(
                day(period.from()),
                day(period.to().minusMillis(1)),
                page.items().stream().map(Row::of).toList(),
                Optional.ofNullable(page.next()).map(next -> "/audit" + query + "&cursor=" + encoded(next.value())),
                "/audit/export" + query,
                message);
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
