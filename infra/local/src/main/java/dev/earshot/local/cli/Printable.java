package dev.earshot.local.cli;

import java.util.Locale;

/** Makes text of others safe to print on a terminal. */
final class Printable {

    private Printable() {}

    /** One line: whatever controls, hides or turns around is written as its code, such as {@code <U+1B>}. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isSafe(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("<U+")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                        .append('>');
            }
        });
        return out.toString();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
