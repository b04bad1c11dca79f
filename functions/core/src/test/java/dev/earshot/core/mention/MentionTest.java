package dev.earshot.core.mention;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.draft;
import static dev.earshot.core.Mentions.saidInVersion;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

    @Test
    void theIdIsBase32OfTheHashOfSourceAndExternalId() {
        // printf 'our-forum\npost-1' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-26
        assertEquals(
                "m_4nthj36gz5pp6rlwa6alnykrih",
                MentionId.of("our-forum", "post-1").value());
    }

    @Test
    void sourceAndExternalIdDoNotRunIntoEachOther() {
        assertFalse(MentionId.of("a", "bc").equals(MentionId.of("ab", "c")));
    }

    @Test
    void shardsAreStableAndAllUsed() {
        Set<Integer> used = IntStream.range(0, 1_000)
                .mapToObj(i -> MentionId.of("s", "id-" + i).shard(16))
                .collect(Collectors.toSet());
        assertEquals(16, used.size());
        assertTrue(used.stream().allMatch(shard -> shard >= 0 && shard < 16));
    }

    @Test
    void aMentionWhoseIdIsNotItsOwnCannotExist() {
        Mention one = draft("words").heard(NOON);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Mention(
                        MentionId.of("our-forum", "another"),
                        one.source(),
                        one.provider(),
                        one.externalId(),
                        null,
                        null,
                        null,
                        "words",
                        false,
                        null,
                        null,
                        NOON,
                        1,
                        false,
                        null,
                        null));
    }

    @Test
    void aTombstoneKeepsNoWordsAndNoName() {
        Mention tombstone = draft("words").title("Title").deleted(NOON);
        assertTrue(tombstone.deleted());
        assertNull(tombstone.text());
        assertNull(tombstone.title());
        assertNull(tombstone.author());
        assertNull(tombstone.url());
    }

    @Test
    void aLaterVersionSupersedesAndOfEqualVersionsTheFirstWins() {
        Mention second = saidInVersion(2, "b").mention();
        assertTrue(saidInVersion(3, "c").mention().supersedes(second));
        assertFalse(saidInVersion(2, "again").mention().supersedes(second));
        assertFalse(saidInVersion(1, "a").mention().supersedes(second));
    }

    @Test
    void aDeletionWinsOverAllButALaterVersion() {
        Mention second = saidInVersion(2, "b").mention();
        assertTrue(deletedInVersion(2).mention().supersedes(second));
        assertTrue(deletedInVersion(3).mention().supersedes(second));
        assertFalse(deletedInVersion(1).mention().supersedes(second));
        assertFalse(deletedInVersion(2).mention().supersedes(deletedInVersion(2).mention()));
        assertTrue(saidInVersion(4, "back")
                .mention()
                .supersedes(deletedInVersion(3).mention()));
    }

    @Test
    void textOver64KilobytesIsCutBetweenCharactersAndSaysSo() {
        Mention cut = draft("€".repeat(30_000)).heard(NOON);
        assertTrue(cut.truncated());
        assertEquals(65_535, cut.text().getBytes(UTF_8).length);
        assertFalse(draft("x".repeat(65_536)).heard(NOON).truncated());
    }

    @Test
    void unpairedSurrogatesAndControlCharactersDoNotGetIn() {
        assertEquals(
                "a\uFFFDb\nc\uFFFDd",
                draft("a\uD800b\r\nc\uFFFF\u0000\u0007d").heard(NOON).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.com/", "//example.com", "https://", "not a url", ""})
    void whatIsNoWebAddressIsNoUrl(String url) {
        assertNull(draft("x").url(url).heard(NOON).url());
    }

    @Test
    void anUndeterminedLanguageIsNone() {
        assertNull(draft("x").language("und").heard(NOON).language());
        assertNull(draft("x").language("<b>").heard(NOON).language());
        assertEquals("pt-br", draft("x").language("pt_BR").heard(NOON).language());
    }
}
