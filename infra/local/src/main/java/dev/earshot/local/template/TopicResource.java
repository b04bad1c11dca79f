package dev.earshot.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An SNS topic.
 *
 * @param attributes what {@code CreateTopic} takes
 */
public record TopicResource(String logicalId, String name, String arn, Map<String, String> attributes, Position at)
        implements Resource {

    /** Copies what it is given. */
    public TopicResource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
