package dev.earshot.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the function is told by its environment, such as {@code EARSHOT_MENTIONS_QUEUE_URL}. */
@ConfigMapping(prefix = "earshot")
interface IngestConfig {

    /** The URL of the mentions queue. */
    String mentionsQueueUrl();

    /** The name of the table. */
    String table();

    /** The path of SSM parameters under which each source is one. */
    @WithDefault("/earshot/sources")
    String sourcesPath();

    /** How old the sources read from there may be. */
    @WithDefault("PT60S")
    Duration sourcesFreshFor();
}
