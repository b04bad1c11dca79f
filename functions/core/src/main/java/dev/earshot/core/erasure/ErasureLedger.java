package dev.earshot.core.erasure;

import dev.earshot.core.mention.AuthorKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which authors asked to be erased, kept apart from what is erased: a backup that is restored does not bring back the
 * time before somebody asked. It holds keys, no names.
 */
public interface ErasureLedger {

    /** Writes an erasure down; of two for one author the later stays. */
    void add(Erasure erasure);

    /** The author's last erasure. */
    Optional<Erasure> of(AuthorKey author);

    /**
     * A page of all erasures, in no order.
     *
     * @param after the last author of the page before; null for the first page
     */
    Entries entries(@Nullable AuthorKey after);

    /** Some erasures, and the author behind whom the next begin; null when these are the last. */
    record Entries(List<Erasure> items, @Nullable AuthorKey next) {
        public Entries {
            items = List.copyOf(items);
        }
    }
}
