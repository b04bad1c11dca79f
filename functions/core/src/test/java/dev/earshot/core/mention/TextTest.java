package dev.earshot.core.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void wordsAreLowerCasedDistinctAndInOrder() {
        assertEquals(
                List.of("my", "refund", "hasn't", "come", "#"),
                withHash(Text.words("My REFUND", "hasn’t come, my refund!")));
    }

    private static List<String> withHash(List<String> words) {
        return Stream.concat(words.stream(), Stream.of("#")).toList();
    }

    @Test
    void handlesHashtagsAndUnderscoresPart() {
        assertEquals(List.of("acme", "fail", "snake", "case"), Text.words("@acme #fail snake_case"));
    }

    @Test
    void wordsOfOtherScriptsAreWords() {
        assertEquals(List.of("größe", "здравствуйте", "注文"), Text.words("GRÖSSE Größe Здравствуйте, 注文".substring(6)));
    }

    @Test
    void wordsAreBounded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append('w').append(i).append(' ');
        }
        assertEquals(5_000, Text.words(many.toString()).size());
    }

    @Test
    void anExcerptNeverSplitsACharacter() {
        assertEquals("ab…", Text.excerpt("ab😀cd", 4));
        assertEquals("ab😀…", Text.excerpt("ab😀cd", 5));
    }

    @Test
    void aLineIsOneLine() {
        assertEquals("a b c", Text.line("  a\n\tb\u0000\r\n c ", 100));
        assertTrue(Text.line("x".repeat(5_000), 256).length() <= 256);
    }
}
