package dev.earshot.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param attributes what {@code CreateQueue} takes, {@code RedrivePolicy} as JSON included
 * @param deadLetterTargetArn the queue that must exist before this one
 */
public record QueueResource(
        String logicalId,
        String name,
        String url,
        String arn,
        Map<String, String> attributes,
        Optional<String> deadLetterTargetArn,
        Position at)
        implements Resource {

    /** Copies what it is given. */
    public QueueResource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
