package dev.earshot.erase;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureStore;
import dev.earshot.core.mention.MentionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The use case: what an erasure covers becomes tombstones that hold nothing of the author, so that no later delivery
 * brings the words back. Doing it again changes nothing.
 */
public final class Erase {

    /** How many mentions one call erases: some 30 ms each, well inside a function's 10 s. */
    static final int AT_ONCE = 50;

    /**
     * After that, whatever was under way when an erasure was asked for is stored and in the index, or is stopped by the
     * ledger: functions run 10 s at most.
     */
    static final Duration SETTLED = Duration.ofSeconds(30);

    private static final int ATTEMPTS = 8;

    private final ErasureStore store;
    private final Clock clock;

    public Erase(ErasureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Erases up to {@value #AT_ONCE} mentions. Outages throw. */
    public Erased erase(Erasure erasure) {
        List<MentionId> covered = store.covered(erasure, AT_ONCE);
        covered.forEach(id -> erase(id, erasure));
        if (covered.size() == AT_ONCE) {
            return new Erased.Some(covered.size());
        }
        return clock.instant().isBefore(erasure.requestedAt().plus(SETTLED))
                ? new Erased.LookAgain(covered.size())
                : new Erased.All(covered.size());
    }

    private void erase(MentionId id, Erasure erasure) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredMention before = store.find(id).orElse(null);
            if (before == null || done(before, erasure)) {
                return;
            }
            Instant now = clock.instant();
            AnalyzedMention tombstone =
                    new AnalyzedMention(before.mention().mention().erased(), null);
            List<Case> cases = before.cases().stream()
                    .map(one -> one.erased(tombstone, now))
                    .toList();
            if (store.erase(before, tombstone, cases)) {
                return;
            }
        }
        throw new IllegalStateException("the mention's items are being written by others");
    }

    /** The index may be behind: it may still name what is erased already, or was edited since. */
    private static boolean done(StoredMention stored, Erasure erasure) {
        return stored.mention().mention().wasErased()
                || !erasure.covers(stored.mention().mention().receivedAt());
    }
}
