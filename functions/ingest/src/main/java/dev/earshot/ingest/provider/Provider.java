package dev.earshot.ingest.provider;

import dev.earshot.core.configuration.Source;
import dev.earshot.ingest.hook.Hook;
import dev.earshot.ingest.hook.HookAnswer;
import java.time.Instant;
import java.util.Optional;

/** One platform: how it proves itself and what its payloads say. Stateless; one instance serves all its sources. */
public interface Provider {

    /** The name that sources refer to it by. */
    String name();

    /** Whether it signs nothing, so that the secret is the last segment of the hook's path. */
    default boolean secretInPath() {
        return false;
    }

    /** What the answer to an unproven hook asks for, as WWW-Authenticate has it. */
    default String challenge() {
        return "Signature";
    }

    /** The answer to a handshake; empty when this is none, as always for providers without one. */
    default Optional<HookAnswer> handshake(Hook hook, Source source) {
        return Optional.empty();
    }

    /** Whether the hook comes from who knows one of the source's secrets. Looks at raw bytes only. */
    Proof verify(Hook hook, Source source, Instant now);

    /** What a proven hook says. Never throws for what a stranger may send. */
    Heard parse(Hook hook, Source source, Instant receivedAt);
}
