package dev.earshot.core.source;

import java.time.Instant;
import java.util.List;

/** Where it is written down how sources are. Outages throw. */
public interface SourceHealth {

    /**
     * Adds what a process saw of a configured source. Written twice it counts twice; of two last times one stays. A denial
     * of a hub is believed only of a topic that is waited for.
     */
    void add(String source, SourceReport report);

    /**
     * Makes the register name exactly these sources.
     *
     * @param seenAt when they were read, for those that are new or changed
     */
    void register(List<RegisteredSource> sources, Instant seenAt);
}
