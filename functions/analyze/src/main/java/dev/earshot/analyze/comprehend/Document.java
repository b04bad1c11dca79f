package dev.earshot.analyze.comprehend;

import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;

/**
 * The words of a mention as Comprehend takes them: title and text, clean Unicode, their beginning only. A longer text is
 * cut and not sent in pieces: every piece costs, and people say at the beginning what they feel.
 *
 * @param words fewer than 5,000 bytes of UTF-8
 */
record Document(String words) {

    /** Comprehend's "5 KB", in the narrowest reading that was ever documented: fewer than 5,000 bytes. */
    static final int MAX_BYTES = 4_999;

    private static final int REPLACEMENT = 0xFFFD;

    static Document of(Mention mention) {
        String title = mention.title() == null ? "" : mention.title() + "\n";
        // Queue messages are only as clean as who wrote them.
        return new Document(
                Text.cut(Text.clean(title + mention.text()).strip(), MAX_BYTES).strip());
    }

    /** Whether there is nothing that a person could see. */
    boolean isEmpty() {
        return words.codePoints().noneMatch(Document::isVisible);
    }

    /** Whether there is anything to tell a language by. */
    boolean hasLetters() {
        return words.codePoints().anyMatch(Character::isLetter);
    }

    /** As much as the smallest charge pays for, which is enough to tell the language. */
    String languageSample() {
        return words.codePointCount(0, words.length()) <= Units.SMALLEST_CHARGE_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, Units.SMALLEST_CHARGE_CHARACTERS));
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && c != REPLACEMENT;
    }
}
