package dev.earshot.core.source;

import java.util.List;

/** Where it is kept which topics hubs were asked for. Outages throw. */
public interface LeaseStore {

    /** Those of a source, also of topics that it no longer names. */
    List<TopicLease> of(String source);

    /**
     * Keeps that a hub was asked: {@code hub}, {@code requestedAt}, {@code reason}, and the state PENDING where none was
     * agreed on before. What a hub has agreed on in the meantime stays.
     */
    void asked(String source, TopicLease lease);
}
