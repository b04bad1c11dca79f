package dev.earshot.core.source;

import dev.earshot.core.mention.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of WebSub: asked for, and in the end agreed on by a hub.
 *
 * @param topic the feed's address
 * @param hub where it was asked for; null when none is known
 * @param requestedAt null when it was not asked for by Earshot
 * @param leaseUntil when the hub stops; null while none has agreed
 * @param reason what went wrong, one line of at most 200 characters; null when nothing did
 */
public record TopicLease(
        String topic,
        @Nullable String hub,
        @Nullable Instant requestedAt,
        @Nullable Instant leaseUntil,
        State state,
        @Nullable String reason) {

    /** How far it has come. */
    public enum State {
        /** The hub has not asked back yet. */
        PENDING,
        /** It delivers. */
        ACTIVE,
        /** It will not. */
        DENIED
    }

    /** What is asked for. A hub may give less. */
    public static final Duration LEASE = Duration.ofDays(10);

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final int LONGEST_REASON = 200;

    public TopicLease {
        reason = reason == null ? null : Text.line(reason, LONGEST_REASON);
    }

    /**
     * Whether it is time to ask the hub: for what was never asked for; at half of a lease, however long a stranger made it
     * look; an hour after a question without effect, a day after a denial.
     */
    public boolean isDue(Instant now) {
        Instant asked = requestedAt;
        if (asked == null) {
            return leaseUntil == null || !now.isBefore(leaseUntil.minus(LEASE.dividedBy(2)));
        }
        Duration since = Duration.between(asked, now);
        if (state == State.DENIED) {
            return since.compareTo(AFTER_DENIAL) >= 0;
        }
        boolean agreed = state == State.ACTIVE && leaseUntil != null;
        Duration lease = agreed ? Duration.between(asked, leaseUntil) : Duration.ZERO;
        Duration half = (lease.compareTo(LEASE) > 0 ? LEASE : lease).dividedBy(2);
        return since.compareTo(half.compareTo(AGAIN) > 0 ? half : AGAIN) >= 0;
    }
}
