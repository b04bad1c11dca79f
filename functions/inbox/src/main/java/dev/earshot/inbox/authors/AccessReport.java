package dev.earshot.inbox.authors;

import dev.earshot.core.erasure.AuthorRecords.Held;
import dev.earshot.core.learning.Taught;
import dev.earshot.inbox.cases.CaseView;
import dev.earshot.inbox.mentions.MentionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about one author, or a part of it.
 *
 * @param authorKey what stands for the author in our index and in the ledger of erasures
 * @param erasureRequestedAt when the author was last asked to be erased; null for never
 * @param items heard last first
 * @param next the {@code cursor} of the next part; null when this is the last
 */
public record AccessReport(
        String source,
        String authorId,
        String authorKey,
        Instant asOf,
        @Nullable Instant erasureRequestedAt,
        List<Item> items,
        @Nullable String next) {

    public AccessReport {
        items = List.copyOf(items);
    }

    /**
     * All that is held about one thing that the author said.
     *
     * @param cases what was decided and done, with everybody's notes
     * @param meaningModel the model whose numbers stand for its meaning; null when there are none
     * @param lessons what people taught by it
     * @param expiresAt when all of it goes
     */
    public record Item(
            MentionView mention,
            List<CaseView> cases,
            @Nullable String meaningModel,
            List<Taught> lessons,
            Instant expiresAt) {

        static Item of(Held held) {
            return new Item(
                    MentionView.inList(held.stored().mention()),
                    held.stored().cases().stream().map(CaseView::of).toList(),
                    held.model(),
                    held.lessons(),
                    held.expiresAt());
        }
    }
}
