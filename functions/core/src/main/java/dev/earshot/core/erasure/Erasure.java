package dev.earshot.core.erasure;

import dev.earshot.core.mention.AuthorKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The wish that nothing of an author is kept that was heard up to a moment.
 *
 * @param author whose words
 * @param requestedAt what was heard up to then goes; what is heard later is another matter
 */
public record Erasure(AuthorKey author, Instant requestedAt) {

    public Erasure {
        requestedAt = requestedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether what was heard at {@code receivedAt} goes. */
    public boolean covers(Instant receivedAt) {
        return !receivedAt.isAfter(requestedAt);
    }
}
