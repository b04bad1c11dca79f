package dev.earshot.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the function is told by its environment, such as {@code EARSHOT_TABLE}. */
@ConfigMapping(prefix = "earshot")
interface DispatchConfig {

    /** The name of the table. */
    String table();

    /** Over how many items each hour's counters are spread, 1 to 1,024. */
    @WithDefault("16")
    int counterShards();

    /** Over how many keys of the index each list is spread, 1 to 16. */
    @WithDefault("1")
    int listShards();

    /** How many days mentions and cases are kept, at least 1. */
    @WithDefault("395")
    int retentionDays();

    /** The name of the table with the ledger of erasures. */
    String erasuresTable();

    /** The ARN of the notices topic. */
    String noticesTopicArn();

    /** The URL of the dead-letter queue of the analyzed queue. */
    String analyzedDeadQueueUrl();

    /** The address of the inbox, without a slash at its end. */
    String publicUrl();
}
