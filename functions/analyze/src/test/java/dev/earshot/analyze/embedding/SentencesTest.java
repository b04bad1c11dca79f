package dev.earshot.analyze.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void aTextIsCutAtItsSentencesLinesAndContrasts() {
        assertEquals(
                List.of("Great food.", "The staff is nice", "but it is too loud!", "Hm"),
                Sentences.of("Great food. The staff is nice but it is too loud!\nHm"));
    }

    @Test
    void aBlankTextHasNone() {
        assertEquals(List.of(), Sentences.of(" \n "));
    }

    @Test
    void whatFollowsTheSixtyThirdBelongsToTheLast() {
        assertEquals(64, Sentences.of("so. ".repeat(500)).size());
    }
}
