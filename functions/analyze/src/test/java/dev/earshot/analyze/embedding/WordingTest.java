package dev.earshot.analyze.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void namesAndAddressesBecomeOneWordEach() {
        assertEquals("@user see http now", Wording.of("@larderlane see https://example.com/a?b=c now"));
    }

    @Test
    void addressesOfMailKeepTheirForm() {
        assertEquals("write to me@example.com", Wording.of("write to me@example.com"));
    }

    @Test
    void emojiAreNamedOnceHoweverOftenTheyAreRepeated() {
        assertEquals("ha  face with tears of joy ", Wording.of("ha 😂😂😂"));
    }

    @Test
    void whatWasEscapedForAPageIsRead() {
        assertEquals("R&D <3", Wording.of("R&amp;D &lt;3"));
    }
}
