package dev.earshot.erase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the function is told by its environment, such as {@code EARSHOT_TABLE}. */
@ConfigMapping(prefix = "earshot")
interface EraseConfig {

    /** The name of the table. */
    String table();

    /** Over how many keys each list of the index is spread, 1 to 16. */
    @WithDefault("1")
    int listShards();

    /** How many days mentions and cases are kept, at least 1. */
    @WithDefault("395")
    int retentionDays();

    /** The URL of the queue that the function reads: long erasures go back to it. */
    String erasuresQueueUrl();

    /** The URL of the dead-letter queue of the erasures queue. */
    String erasuresDeadQueueUrl();
}
