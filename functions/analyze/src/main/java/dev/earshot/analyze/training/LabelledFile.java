package dev.earshot.analyze.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of labelled texts: UTF-8, one text a line, columns with tabs between them. */
public final class LabelledFile {

    private LabelledFile() {}

    /**
     * A text with its label.
     *
     * @param line where it stands, from 1
     */
    public record Labelled(String label, String text, int line) {}

    /**
     * The lines of a file without a header, {@code label TAB text}; empty lines are skipped.
     *
     * @throws InvalidFileException naming the line that is none
     */
    public static List<Labelled> read(Path file) {
        List<Labelled> rows = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (line.isBlank()) {
                continue;
            } else if (tab < 1) {
                throw new InvalidFileException(file + ":" + (i + 1) + ": is not 'label TAB text'");
            }
            rows.add(new Labelled(line.substring(0, tab), line.substring(tab + 1), i + 1));
        }
        return notEmpty(file, rows);
    }

    /**
     * The lines of a file whose first line names its columns, each by column.
     *
     * @param needed the columns that it must have
     * @throws InvalidFileException naming what is missing, or the line
     */
    public static List<Map<String, String>> table(Path file, String... needed) {
        List<String> lines = lines(file);
        List<String> names = lines.isEmpty() ? List.of() : cells(lines.get(0));
        for (String name : needed) {
            if (!names.contains(name)) {
                throw new InvalidFileException(file + ":1: lacks the column '" + name + "'");
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (lines.get(i).isBlank()) {
                continue;
            } else if (cells.size() != names.size()) {
                throw new InvalidFileException(
                        file + ":" + (i + 1) + ": has " + cells.size() + " columns and not " + names.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                row.put(names.get(c), cells.get(c));
            }
            rows.add(row);
        }
        return notEmpty(file, rows);
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private static <T> List<T> notEmpty(Path file, List<T> rows) {
        if (rows.isEmpty()) {
            throw new InvalidFileException(file + ": has no labelled text");
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(file + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new InvalidFileException(file + ": is not UTF-8");
        } catch (IOException e) {
            throw new InvalidFileException(file + ": cannot be read");
        }
    }
}
