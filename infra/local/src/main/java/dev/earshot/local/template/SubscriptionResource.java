package dev.earshot.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A queue that hears a topic.
 *
 * @param attributes what {@code Subscribe} takes, policies as JSON
 */
public record SubscriptionResource(
        String logicalId, String topicArn, String queueArn, Map<String, String> attributes, Position at)
        implements Resource {

    /** Copies what it is given. */
    public SubscriptionResource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
