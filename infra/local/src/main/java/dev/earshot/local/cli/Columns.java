package dev.earshot.local.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines of text. */
final class Columns {

    private Columns() {}

    /** Each column as wide as its widest cell, two spaces between them; nothing behind the last. */
    static List<String> of(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int width = column == row.size() - 1 ? 0 : width(rows, column) + 2;
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(Math.max(0, width - cell.length())));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
