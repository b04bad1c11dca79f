package dev.earshot.analyze.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private static final WordPiece PIECES = new WordPiece(
            Map.of("[UNK]", 0, "un", 1, "##aff", 2, "##able", 3, "cafe", 4, ",", 5, "好", 6, "the", 7, "!", 8));

    @Test
    void wordsAreCutIntoTheLongestPieces() {
        assertEquals(List.of(1, 2, 3), PIECES.encode("unaffable"));
    }

    @Test
    void caseAndAccentsAreTakenAway() {
        assertEquals(List.of(7, 4), PIECES.encode("The CAFÉ"));
    }

    @Test
    void punctuationAndChineseCharactersStandAlone() {
        assertEquals(List.of(4, 5, 6, 6, 8), PIECES.encode("cafe,好好!"));
    }

    @Test
    void whatHasNoPiecesIsUnknown() {
        assertEquals(List.of(0, 0), PIECES.encode("unzzz " + "the".repeat(40)));
    }

    @Test
    void whatCannotBeSeenIsNotThere() {
        assertEquals(List.of(7), PIECES.encode("t\u0000h\u200De\uD83D\uFFFD"));
    }
}
