package dev.earshot.store;

import java.time.Duration;

/**
 * Which table, and how it is used.
 *
 * @param name the table's name
 * @param counterShards over how many items each hour's counters are spread, 1 to 1,024; it may be raised at any time,
 *     never lowered while old items live
 * @param retention how long mentions and cases are kept after they were last heard of, at least a day
 */
public record TableSettings(String name, int counterShards, Duration retention) {

    public TableSettings {
        if (counterShards < 1 || counterShards > 1_024) {
            throw new IllegalArgumentException("there are 1 to 1,024 counter shards");
        }
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("mentions are kept for at least a day");
        }
    }
}
