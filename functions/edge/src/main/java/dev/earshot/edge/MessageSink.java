package dev.earshot.edge;

import java.util.Map;
import java.util.Set;

/** Where messages go on to. */
@FunctionalInterface
public interface MessageSink {

    /** The sink of a function that is the last of its line. */
    MessageSink NOWHERE = bodies -> Set.of();

    /**
     * Sends all messages.
     *
     * @param bodies by the caller's own keys
     * @return the keys of those that are not known to have arrived; empty when all have
     */
    Set<String> send(Map<String, String> bodies);
}
