package dev.earshot.inbox.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes comma-separated values (RFC 4180) that spreadsheets open as text and numbers alone. What strangers said may
 * begin as a formula does; such a cell gets an apostrophe in front, as OWASP advises.
 */
public final class Csv {

    /** What it is served as. */
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** Tells spreadsheets that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What begins a formula in some spreadsheet, also behind space, and in the wide forms of East Asian keyboards. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]");

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    /** Adds a line: numbers as they are, texts in quotes. */
    public void row(List<?> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** How long it is so far, in UTF-16 units. */
    public int length() {
        return text.length();
    }

    /** All lines. */
    public String text() {
        return text.toString();
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String words = value.toString();
        String safe = FORMULA.matcher(words).lookingAt() ? "'" + words : words;
        return safe.isEmpty() ? "" : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
