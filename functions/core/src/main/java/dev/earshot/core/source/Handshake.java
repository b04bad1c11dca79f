package dev.earshot.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time that a platform asked whether it may deliver.
 *
 * @param at null when it never did
 */
public record Handshake(State state, @Nullable Instant at) {

    /** It never asked. */
    public static final Handshake NONE = new Handshake(State.NONE, null);

    /** How it was answered. */
    public enum State {
        NONE,
        ANSWERED,
        REFUSED
    }

    public Handshake {
        if ((state == State.NONE) != (at == null)) {
            throw new IllegalArgumentException("a handshake has a time");
        }
    }
}
