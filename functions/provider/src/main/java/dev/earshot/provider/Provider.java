package dev.earshot.provider;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One platform: how it proves itself and what its payloads say. Stateless; one instance serves all its sources. */
public interface Provider {

    /** The name that sources refer to it by. */
    String name();

    /** What its sources may be configured with. */
    default SourceRules rules() {
        return SourceRules.any();
    }

    /** Whether it signs nothing, so that the secret is the last segment of the hook's path. */
    default boolean secretInPath() {
        return false;
    }

    /** Whether nobody delivers it: it is read on a schedule, no hook of it is ever proven, and what is read is parsed as a body. */
    default boolean polled() {
        return false;
    }

    /** What the answer to an unproven hook asks for, as WWW-Authenticate has it. */
    default String challenge() {
        return "Signature";
    }

    /** What the platform wants to hear once all is queued. */
    default HookAnswer.Accepted thanks(HookAnswer.Accepted accepted, Source source) {
        return accepted;
    }

    /** The answer to a handshake; empty when this is none, as always for providers without one. */
    default Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        return Optional.empty();
    }

    /** Whether the hook comes from who knows one of the source's secrets. Looks at raw bytes only. */
    Proof verify(Hook hook, Source source, Instant now);

    /** What a proven hook says. Never throws for what a stranger may send. */
    Heard parse(Hook hook, Source source, Instant receivedAt);

    /**
     * What to enter at the platform, line by line, for who sets it up.
     *
     * @param url the source's hook, with its secret where {@link #secretInPath()}
     */
    List<String> setup(Source source, String url);

    /** A delivery as the platform makes it, proven by the source's first secret, in which somebody says {@link Trial#WORDS}. */
    Trial trial(Source source, Instant now);
}
