package dev.earshot.store;

import dev.earshot.core.mention.Mention;
import java.time.Duration;
import java.time.Instant;

/**
 * Which table, and how it is used.
 *
 * @param name the table's name
 * @param counterShards over how many items each hour's counters are spread, 1 to 1,024; it may be raised at any time,
 *     never lowered while old items live
 * @param listShards over how many keys of the index each list is spread, 1 to 16, all of which readers ask; it may be
 *     raised at any time, never lowered while old items live
 * @param retention how long mentions and cases are kept after they were last heard of, at least a day
 * @param perSource sources whose mentions are kept for less
 */
public record TableSettings(
        String name, int counterShards, int listShards, Duration retention, SourceRetention perSource) {

    /** The same for all sources. */
    public TableSettings(String name, int counterShards, int listShards, Duration retention) {
        this(name, counterShards, listShards, retention, SourceRetention.USUAL);
    }

    public TableSettings {
        if (counterShards < 1 || counterShards > 1_024) {
            throw new IllegalArgumentException("there are 1 to 1,024 counter shards");
        }
        if (listShards < 1 || listShards > 16) {
            throw new IllegalArgumentException("there are 1 to 16 list shards");
        }
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("mentions are kept for at least a day");
        }
    }

    /** When a mention goes, and all that lies at it, in seconds since 1970: by its source, and never later than the others. */
    long expiry(Mention mention) {
        Duration own = perSource.of(mention.source());
        boolean sooner = own != null && own.compareTo(retention) < 0;
        return mention.receivedAt().plus(sooner ? own : retention).getEpochSecond();
    }

    /** When what was last heard of at {@code heardAt} goes, in seconds since 1970 as DynamoDB wants it. */
    long expiry(Instant heardAt) {
        return heardAt.plus(retention).getEpochSecond();
    }
}
