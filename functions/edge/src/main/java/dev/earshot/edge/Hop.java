package dev.earshot.edge;

import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * A step of a mention's way, and the one log line that tells of it: {@code mdc.hop} names the step, {@code mdc.mentionId}
 * whose it is, {@code timestamp} when. CloudWatch Logs Insights and {@code ./earshot trace} read these lines. They hold
 * ids, names of configured things and numbers; never what people said.
 */
public enum Hop {
    /** It is in a queue. */
    QUEUED(Level.INFO),
    /** Its platform was told that we have it. */
    ACKNOWLEDGED(Level.INFO),
    /** It was looked at. */
    ANALYZED(Level.INFO),
    /** It was decided whom it concerns, and stored. */
    DISPATCHED(Level.INFO),
    /** A department's notice is with SNS. */
    PUBLISHED(Level.INFO),
    /** A person's correction of where it went was learned, or why it was not. */
    LEARNED(Level.INFO),
    /** It did not work this time, and will be tried again. */
    RETRIED(Level.WARN),
    /** It can never succeed, and waits in a dead-letter queue. */
    DEAD_LETTERED(Level.WARN);

    /** The field of every log line that belongs to one mention. */
    public static final String CORRELATION = "mentionId";

    /** The field that names the hop. */
    public static final String FIELD = "hop";

    /** The field with SNS's id of a published message, by which its deliveries are found. */
    public static final String SNS_MESSAGE = "snsMessageId";

    private static final Logger LOG = Logger.getLogger(Hop.class);

    private final Level level;

    Hop(Level level) {
        this.level = level;
    }

    /** The hop's name in the log, such as {@code dead-lettered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells of it for the mention that is being worked on, if it is known. */
    public void log(String detail) {
        log(detail, null);
    }

    /** Tells of it with what went wrong. */
    public void log(String detail, @Nullable Throwable fault) {
        MDC.put(FIELD, word());
        try {
            LOG.log(fault == null ? level : Level.ERROR, detail, fault);
        } finally {
            MDC.remove(FIELD);
        }
    }

    /** Tells of it for a mention. */
    public void logFor(String mentionId, String detail) {
        Object before = MDC.get(CORRELATION);
        MDC.put(CORRELATION, mentionId);
        try {
            log(detail);
        } finally {
            restore(before);
        }
    }

    /** Tells of it for a mention, with SNS's id of the message. */
    public void logFor(String mentionId, String detail, String snsMessageId) {
        MDC.put(SNS_MESSAGE, snsMessageId);
        try {
            logFor(mentionId, detail);
        } finally {
            MDC.remove(SNS_MESSAGE);
        }
    }

    private static void restore(@Nullable Object before) {
        if (before == null) {
            MDC.remove(CORRELATION);
        } else {
            MDC.put(CORRELATION, before);
        }
    }
}
