package dev.earshot.poll.feed;

import dev.earshot.core.source.FeedState;
import dev.earshot.poll.web.WebAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed after a visit, by what is known before: when to come again, above all.
 *
 * @param every how often the feed is read while all is well
 * @param now the time of the visit
 */
record NextState(FeedState before, Duration every, Instant now) {

    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 8;

    /** It was read. */
    FeedState read(WebAnswer.Answered answer, Set<String> seen) {
        return new FeedState(
                before.feed(),
                answer.header("etag").orElse(null),
                answer.header("last-modified").orElse(null),
                now.plus(every),
                0,
                null,
                now,
                seen.size(),
                seen);
    }

    /** It has not changed since. */
    FeedState unchanged() {
        return after(now.plus(every), 0, null);
    }

    /** It will not come back, so neither do we: until another address is configured. */
    FeedState gone() {
        return new FeedState(
                before.feed(), null, null, null, before.failures() + 1, "it is gone (410)", now, 0, Set.of());
    }

    /**
     * It could not be read: each time it is left alone for twice as long, up to 6 hours.
     *
     * @param retryAfter how long its server wants to be left alone, or until when
     */
    FeedState failed(String reason, Optional<String> retryAfter) {
        Duration doubled = every.multipliedBy(1L << Math.min(before.failures(), MOST_DOUBLINGS));
        Duration backOff = shorter(doubled, longer(LONGEST_BACK_OFF, every));
        Duration wanted = shorter(retryAfter.map(this::wait).orElse(Duration.ZERO), LONGEST_RETRY_AFTER);
        return after(now.plus(longer(backOff, wanted)), before.failures() + 1, reason);
    }

    private FeedState after(Instant nextAt, int failures, @Nullable String error) {
        return new FeedState(
                before.feed(),
                before.etag(),
                before.lastModified(),
                nextAt,
                failures,
                error,
                now,
                before.lastItems(),
                before.seen());
    }

    /** Seconds, or a date of HTTP; nothing when it is neither. */
    private Duration wait(String retryAfter) {
        try {
            return retryAfter.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
