package dev.earshot.core.erasure;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import java.util.List;
import java.util.Optional;

/** What erasing needs of where mentions are kept. Outages throw. */
public interface ErasureStore {

    /** Up to {@code most} mentions that the erasure covers and that are not erased yet; one written a moment ago may be missing. */
    List<MentionId> covered(Erasure erasure, int most);

    /** All that is stored about a mention, as of now. */
    Optional<StoredMention> find(MentionId id);

    /**
     * Writes the tombstone over the mention and its cases, all or nothing.
     *
     * @return false when something is no longer as it was read: read again
     */
    boolean erase(StoredMention before, AnalyzedMention tombstone, List<Case> cases);
}
