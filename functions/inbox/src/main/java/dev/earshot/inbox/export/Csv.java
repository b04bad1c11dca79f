package dev.earshot.inbox.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values by RFC 4180, every cell in quotes. What a spreadsheet would take for a formula begins with an
 * apostrophe, because cells hold what strangers chose.
 */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** One record, with its line end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
