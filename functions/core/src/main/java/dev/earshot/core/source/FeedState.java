package dev.earshot.core.source;

import dev.earshot.core.mention.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed since it was last read.
 *
 * @param feed which feed it is about, as a fingerprint: an address may hold a key
 * @param etag what its server calls the version that was read; null when it calls it nothing
 * @param lastModified the same as a date of HTTP
 * @param nextAt when it is to be read again; null when never, because it is gone
 * @param failures in a row
 * @param lastError why it failed the last time, one line of at most 200 characters; null when it did not
 * @param lastPolledAt null when it never was
 * @param lastItems how many entries and deletions were in it when it was last read
 * @param seen fingerprints of these, in their versions
 */
public record FeedState(
        String feed,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant nextAt,
        int failures,
        @Nullable String lastError,
        @Nullable Instant lastPolledAt,
        int lastItems,
        Set<String> seen) {

    private static final int LONGEST_ERROR = 200;
    /** Longer ones are no use: they cost more to keep than they spare. */
    private static final int LONGEST_VALIDATOR = 512;

    public FeedState {
        etag = bounded(etag);
        lastModified = bounded(lastModified);
        lastError = lastError == null ? null : Text.line(lastError, LONGEST_ERROR);
        seen = Set.copyOf(seen);
    }

    /** A feed that was never read, due now. */
    public static FeedState unread(String feed, Instant now) {
        return new FeedState(feed, null, null, now, 0, null, null, 0, Set.of());
    }

    /** Whether it is to be read now. */
    public boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    private static @Nullable String bounded(@Nullable String validator) {
        return validator == null || validator.isBlank() || validator.length() > LONGEST_VALIDATOR ? null : validator;
    }
}
