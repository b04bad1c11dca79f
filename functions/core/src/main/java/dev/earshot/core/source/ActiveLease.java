package dev.earshot.core.source;

import java.time.Instant;

/**
 * A topic that a hub has agreed to deliver.
 *
 * @param until when it stops, unless it is renewed
 */
public record ActiveLease(String topic, Instant until) {

    private static final int LONGEST_TOPIC = 2_048;

    public ActiveLease {
        if (!isTopic(topic)) {
            throw new IllegalArgumentException("a topic is a URL of at most 2,048 characters");
        }
    }

    /** Whether a text can be one at all. */
    public static boolean isTopic(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TOPIC;
    }
}
