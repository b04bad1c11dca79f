package dev.earshot.ingest.hook;

import dev.earshot.core.mention.MentionId;
import java.util.List;
import java.util.Map;

/** What a hook is answered. */
public sealed interface HookAnswer {

    /**
     * Proven, and all of it is queued.
     *
     * @param ignored events that are no mentions
     * @param errors what is wrong with single events of a batch; they are ignored, the others are not
     */
    record Accepted(List<MentionId> mentions, int ignored, List<FieldError> errors) implements HookAnswer {}

    /** A handshake, in the provider's own form. */
    record Handshake(int status, Map<String, String> headers, String body) implements HookAnswer {}

    /**
     * Not proven.
     *
     * @param reason for the sender's operator; no secret, and not what would have been right
     * @param challenge how to prove it, as WWW-Authenticate has it
     */
    record NotProven(String reason, String challenge) implements HookAnswer {}

    /**
     * A handshake of a sender who is not allowed to deliver.
     *
     * @param reason for the sender's operator
     */
    record Forbidden(String reason) implements HookAnswer {}

    /**
     * Proven, but in a format that is not understood.
     *
     * @param reason for the sender's operator
     */
    record Unsupported(String reason) implements HookAnswer {}

    /** Proven, but not what the provider's documentation describes. */
    record Malformed(String reason, List<FieldError> errors) implements HookAnswer {}

    /** There is no such source, or it has no such path. */
    record UnknownSource() implements HookAnswer {}

    /** The source's provider does not use this method. */
    record WrongMethod() implements HookAnswer {}

    /** The body is over 1 MB. */
    record TooLarge() implements HookAnswer {}

    /**
     * Could not be queued now: the platform must try again.
     *
     * @param reason for operators
     */
    record Unavailable(String reason) implements HookAnswer {}
}
