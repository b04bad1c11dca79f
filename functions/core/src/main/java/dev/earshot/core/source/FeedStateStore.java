package dev.earshot.core.source;

import java.util.Optional;

/** Where it is kept what is known of each polled source's feed. Outages throw. */
public interface FeedStateStore {

    /** What is known of a source's feed; empty when it was never read. */
    Optional<FeedState> find(String source);

    /** Keeps what is known now. */
    void put(String source, FeedState state);
}
