package dev.earshot.poll;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the function is told by its environment, such as {@code EARSHOT_MENTIONS_QUEUE_URL}. */
@ConfigMapping(prefix = "earshot")
interface PollConfig {

    /** The URL of the mentions queue. */
    String mentionsQueueUrl();

    /** The name of the table. */
    String table();

    /** Where hubs deliver to, without a slash at its end. */
    String publicUrl();

    /** Whether feeds and hubs may be at private addresses, and hubs without https; for one's own machine alone. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** The path of SSM parameters under which each source is one. */
    @WithDefault("/earshot/sources")
    String sourcesPath();

    /** How old the sources read from there may be. */
    @WithDefault("PT30S")
    Duration sourcesFreshFor();
}
