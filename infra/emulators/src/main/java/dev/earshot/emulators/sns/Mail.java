package dev.earshot.emulators.sns;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as its addressee would have got it.
 *
 * @param id unique within the mailbox
 * @param at when it was sent
 * @param to one address
 * @param subject one line
 * @param text plain text, with the footer
 * @param confirmLink opens the subscription; only in a confirmation
 * @param kind what it is for
 */
public record Mail(
        String id,
        Instant at,
        String to,
        String subject,
        String text,
        @Nullable URI confirmLink,
        Kind kind) {

    /** What a mail is for. */
    public enum Kind {
        /** Asks whether the addressee wants the subscription. */
        CONFIRMATION,
        /** Carries a published message. */
        NOTIFICATION
    }
}
