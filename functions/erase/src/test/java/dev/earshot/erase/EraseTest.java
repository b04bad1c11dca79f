package dev.earshot.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureStore;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EraseTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final Erasure ERASURE = new Erasure(AuthorKey.of("our-forum", "u1"), NOON);

    private final Kept kept = new Kept();

    @Test
    void whatWasHeardUpToTheRequestLeavesATombstoneWithoutTrace() {
        MentionId id = kept.heard("post-1", NOON);
        assertEquals(new Erased.All(1), erase(NOON.plusSeconds(31)));
        Mention left = kept.stored.get(id).mention().mention();
        assertTrue(left.wasErased());
        assertFalse(left.toString().contains("post-1"), "an id of the platform may hold a name");
        assertFalse(left.toString().contains("mira"));
    }

    @Test
    void whatWasHeardLaterStays() {
        MentionId id = kept.heard("post-2", NOON.plusMillis(1));
        assertEquals(new Erased.All(1), erase(NOON.plusSeconds(31)), "the index may be behind, and offers it");
        assertFalse(kept.stored.get(id).mention().mention().wasErased());
    }

    @Test
    void soonAfterTheRequestItLooksAgainForWhatWasUnderWay() {
        assertEquals(new Erased.LookAgain(0), erase(NOON.plusSeconds(29)));
        assertEquals(new Erased.All(0), erase(NOON.plusSeconds(30)));
    }

    @Test
    void manyMentionsAreErasedInParts() {
        for (int i = 0; i < Erase.AT_ONCE; i++) {
            kept.heard("post-" + i, NOON);
        }
        assertEquals(new Erased.Some(Erase.AT_ONCE), erase(NOON));
    }

    @Test
    void aMentionThatChangesMeanwhileIsReadAgain() {
        MentionId id = kept.heard("post-1", NOON);
        kept.refusals = 3;
        erase(NOON);
        assertTrue(kept.stored.get(id).mention().mention().wasErased());
    }

    @Test
    void oneThatIsNeverStillFailsAndComesBack() {
        kept.heard("post-1", NOON);
        kept.refusals = Integer.MAX_VALUE;
        assertThrows(IllegalStateException.class, () -> erase(NOON));
    }

    private Erased erase(Instant now) {
        return new Erase(kept, Clock.fixed(now, ZoneOffset.UTC)).erase(ERASURE);
    }

    /** What is kept, with an index that offers everything that was ever in it. */
    private static final class Kept implements ErasureStore {

        private final Map<MentionId, StoredMention> stored = new LinkedHashMap<>();
        private int refusals;

        MentionId heard(String externalId, Instant at) {
            Mention mention = Mention.of("our-forum", "standard-webhooks", externalId)
                    .author(new Author("u1", "mira", "Mira Holm"))
                    .text("my words")
                    .heard(at);
            AnalyzedMention analyzed = new AnalyzedMention(mention, Analysis.languageOnly(null));
            stored.put(
                    mention.id(),
                    new StoredMention(
                            analyzed, List.of(), Set.of(), AuthorKey.of(mention).orElseThrow()));
            return mention.id();
        }

        @Override
        public List<MentionId> covered(Erasure erasure, int most) {
            return stored.keySet().stream().limit(most).toList();
        }

        @Override
        public Optional<StoredMention> find(MentionId id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public boolean erase(StoredMention before, AnalyzedMention tombstone, List<Case> cases) {
            if (refusals > 0) {
                refusals--;
                return false;
            }
            stored.put(tombstone.id(), new StoredMention(tombstone, cases, Set.of(), null));
            return true;
        }
    }
}
