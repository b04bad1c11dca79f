package dev.earshot.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSub hub decided on a topic.
 *
 * @param until when it stops to deliver, unless that is renewed; null when it denies to, which counts only while it is
 *     waited for
 */
public record HubDecision(String topic, @Nullable Instant until) {

    private static final int LONGEST_TOPIC = 2_048;

    public HubDecision {
        if (!isTopic(topic)) {
            throw new IllegalArgumentException("a topic is a URL of at most 2,048 characters");
        }
    }

    /** Whether a text can be one at all. */
    public static boolean isTopic(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TOPIC;
    }
}
