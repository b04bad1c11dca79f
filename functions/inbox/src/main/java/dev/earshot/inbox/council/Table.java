package dev.earshot.inbox.council;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Figures, of which the page's script draws a picture.
 *
 * @param unit what the figures are: {@code count}, {@code percent} or {@code seconds}
 * @param head what the rows are
 * @param columns what each row has figures of
 */
record Table(String id, String title, String about, String unit, String head, List<String> columns, List<Row> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Figures of one day, week or department. */
    record Row(String head, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One figure.
     *
     * @param value as the script reads it; empty for none
     * @param text as people read it
     * @param href where what it counts is listed
     */
    record Cell(String value, String text, Optional<String> href) {

        static Cell count(long count, Optional<String> href) {
            return new Cell(String.valueOf(count), String.valueOf(count), count == 0 ? Optional.empty() : href);
        }

        static Cell share(Optional<Double> share, Optional<String> href) {
            return share.map(of -> new Cell(String.format(Locale.ROOT, "%.1f", 100 * of), Words.percent(of), href))
                    .orElseGet(() -> new Cell("", "–", Optional.empty()));
        }

        static Cell time(Optional<Long> seconds, Optional<String> href) {
            return seconds.map(time -> new Cell(String.valueOf(time), Words.time(time), href))
                    .orElseGet(() -> new Cell("", "–", Optional.empty()));
        }
    }

    /** Whether there is anything to draw. */
    public boolean empty() {
        return rows.stream().allMatch(row -> row.cells().stream()
                .allMatch(cell -> cell.value().isEmpty() || cell.value().equals("0")));
    }
}
