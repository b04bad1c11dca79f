package dev.earshot.local.template;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param codeUri the artifact, resolved against the template's folder; it may be absent on disk
 * @param timeoutSeconds how long one invocation may take, 1 to 900
 * @param memoryMb 128 to 10240
 * @param environment the variables of the template, without those that Lambda adds
 */
public record FunctionResource(
        String logicalId,
        String name,
        String arn,
        Path codeUri,
        String handler,
        String runtime,
        int timeoutSeconds,
        int memoryMb,
        Map<String, String> environment,
        List<EventSource> events,
        Position at)
        implements Resource {

    /** Copies what it is given, keeping the template's order. */
    public FunctionResource {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        events = List.copyOf(events);
    }
}
