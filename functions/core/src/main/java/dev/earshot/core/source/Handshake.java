package dev.earshot.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time that a platform asked whether it may deliver. Anybody can ask so that it must be refused: what was once
 * answered stays answered.
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

    /** What holds after a later one as well. */
    static @Nullable Handshake both(@Nullable Handshake before, @Nullable Handshake later) {
        boolean stays =
                before != null && before.state == State.ANSWERED && later != null && later.state == State.REFUSED;
        return later == null || stays ? before : later;
    }

    public Handshake {
        if ((state == State.NONE) != (at == null)) {
            throw new IllegalArgumentException("a handshake has a time");
        }
    }
}
