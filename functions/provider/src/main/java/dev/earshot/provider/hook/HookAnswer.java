package dev.earshot.provider.hook;

import dev.earshot.core.mention.MentionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hook is answered. */
public sealed interface HookAnswer {

    /**
     * Proven, and all of it is queued.
     *
     * @param ignored events that are no mentions
     * @param errors what is wrong with single events of a batch; they are ignored, the others are not
     * @param status of HTTP
     * @param seeOther the page that a browser is sent to; null when none is meant
     */
    record Accepted(
            List<MentionId> mentions,
            int ignored,
            List<FieldError> errors,
            int status,
            @Nullable String seeOther) implements HookAnswer {

        /** Answered 202, as is usual. */
        public Accepted(List<MentionId> mentions, int ignored, List<FieldError> errors) {
            this(mentions, ignored, errors, 202, null);
        }

        /** The same, answered 200: some platforms take nothing else for success. */
        public Accepted ok() {
            return new Accepted(mentions, ignored, errors, 200, null);
        }

        /** The same for a browser, which is sent on to a page. */
        public Accepted seeOther(String page) {
            return new Accepted(mentions, ignored, errors, 303, page);
        }
    }

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
