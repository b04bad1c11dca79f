package dev.earshot.provider.feed;

import dev.earshot.core.mention.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, in readable text.
 *
 * @param id {@code atom:id}, {@code guid} or, without these, the link; empty when there is none of them
 * @param title empty when there is none
 * @param text empty when there is none
 * @param channel YouTube's id of the channel; null elsewhere
 * @param language as it is stated, in whatever form
 * @param inReplyTo the id of what it answers
 */
record FeedEntry(
        String id,
        @Nullable String link,
        String title,
        String text,
        @Nullable Author author,
        @Nullable String channel,
        @Nullable String language,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String inReplyTo) {

    /** Grows with edits, as far as the feed tells them. */
    long version() {
        Instant changed = updated == null ? published : updated;
        return changed == null ? 1 : Math.max(1, changed.toEpochMilli());
    }

    /** When it was said. */
    @Nullable
    Instant createdAt() {
        return published == null ? updated : published;
    }
}
