package dev.earshot.store;

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
 */
public record TableSettings(String name, int counterShards, int listShards, Duration retention) {

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

    /** When what was last heard of at {@code heardAt} goes, in seconds since 1970 as DynamoDB wants it. */
    long expiry(Instant heardAt) {
        return heardAt.plus(retention).getEpochSecond();
    }
}
