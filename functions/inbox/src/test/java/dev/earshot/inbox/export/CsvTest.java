package dev.earshot.inbox.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\ttext",
                " =cmd|' /C calc'!A0",
                "\u00A0=1",
                "\u200B=1",
                "\uFF1D1+1",
                "\uFF201"
            })
    void whatBeginsAsAFormulaIsText(String words) {
        assertEquals("'" + words, unquoted(line(words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "5 - 3", "mail@example.com", "'=1", "größer 😀", "–"})
    void allElseStaysAsItIs(String words) {
        assertEquals(words, unquoted(line(words)));
    }

    @Test
    void textsAreInQuotesWhichAreDoubledWithin() {
        assertEquals(
                "\"say \"\"=1\"\", please\r\nnow\",12,,\"x\"\r\n", line("say \"=1\", please\r\nnow", 12L, "", "x"));
    }

    @Test
    void itBeginsWithAByteOrderMarkAndEveryLineEndsAsTheStandardSays() {
        Csv csv = new Csv();
        csv.row(List.of("a", "b"));
        csv.row(List.of(1, 2));
        assertEquals("\uFEFF\"a\",\"b\"\r\n1,2\r\n", csv.text());
    }

    private static String line(Object... cells) {
        Csv csv = new Csv();
        csv.row(List.of(cells));
        return csv.text().substring(1);
    }

    private static String unquoted(String line) {
        return line.substring(1, line.length() - "\"\r\n".length()).replace("\"\"", "\"");
    }
}
