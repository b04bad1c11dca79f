package dev.earshot.emulators.sns;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was accepted for a topic.
 *
 * @param texts the text per protocol name; {@code default} stands for those without their own
 * @param signatureVersion 1 or 2, as the topic says
 */
record Publication(
        String messageId,
        String topicArn,
        @Nullable String subject,
        Map<String, String> texts,
        Map<String, MessageAttribute> attributes,
        Instant at,
        String signatureVersion) {

    static final String DEFAULT = "default";

    String textFor(Protocol protocol) {
        String otherwise = texts.getOrDefault(DEFAULT, "");
        return texts.getOrDefault(protocol.wireName(), otherwise);
    }
}
