package dev.earshot.inbox.page;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The days (UTC) on which was heard what a list shows.
 *
 * @param from the first; empty for no first
 * @param to the last; empty for no last
 */
record AsideDays(Optional<LocalDate> from, Optional<LocalDate> to) {

    static final AsideDays ALL = new AsideDays(Optional.empty(), Optional.empty());

    /** Where the list begins: as asked, else behind the last day. */
    PageRequest begin(PageRequest asked) {
        return asked.after() != null || to.isEmpty()
                ? asked
                : new PageRequest(Cursor.before(start(to.get().plusDays(1))), asked.limit());
    }

    /** What of a page, newest first, is not before the first day; behind what is, nothing follows. */
    Page<AnalyzedMention> within(Page<AnalyzedMention> page) {
        Instant first = from.map(AsideDays::start).orElse(Instant.EPOCH);
        List<AnalyzedMention> kept = page.items().stream()
                .filter(said -> !said.mention().receivedAt().isBefore(first))
                .toList();
        return new Page<>(kept, kept.size() < page.items().size() ? null : page.next());
    }

    /** The days as an address has them, from the question mark or the ampersand on. */
    String query(char first) {
        StringBuilder query = new StringBuilder();
        from.ifPresent(day -> query.append(first).append("from=").append(day));
        to.ifPresent(
                day -> query.append(query.isEmpty() ? first : '&').append("to=").append(day));
        return query.toString();
    }

    /** The days for people; empty for all. */
    public Optional<String> shown() {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(from.map(day -> "from " + day + " ").orElse("")
                + to.map(day -> "to " + day).orElse("on"));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
