package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.http.Json;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/** Which messages a subscription wants; AWS's own event-ruler decides, within the limits that SNS sets. */
final class FilterPolicy {

    private static final String RULE = "wanted";

    /** What a policy looks at. */
    enum Scope {
        MESSAGE_ATTRIBUTES("MessageAttributes"),
        MESSAGE_BODY("MessageBody");

        private final String wireName;

        Scope(String wireName) {
            this.wireName = wireName;
        }

        static Scope named(String name) {
            for (Scope scope : values()) {
                if (scope.wireName.equals(name)) {
                    return scope;
                }
            }
            throw SnsError.invalidParameter("FilterPolicyScope: Invalid value [" + name
                    + "]. Please use either MessageBody or MessageAttributes");
        }
    }

    private final Machine machine = Machine.builder().build();
    private final Scope scope;

    private FilterPolicy(Scope scope) {
        this.scope = scope;
    }

    /**
     * Compiles a policy.
     *
     * @return null for an empty one, which wants everything
     */
    static @Nullable FilterPolicy compile(String json, Scope scope) {
        if (json.isEmpty()) {
            return null;
        }
        ObjectNode policy = Json.objectOrNull(json);
        if (policy == null) {
            throw SnsError.invalidParameter("FilterPolicy: failed to parse JSON");
        }
        if (policy.isEmpty()) {
            return null;
        }
        FilterPolicyLimits.check(policy, scope);
        FilterPolicy compiled = new FilterPolicy(scope);
        compiled.add(json);
        return compiled;
    }

    /** Whether a message with this body and these attributes is wanted. */
    boolean wants(String body, Map<String, MessageAttribute> attributes) {
        JsonNode event = scope == Scope.MESSAGE_BODY ? Json.objectOrNull(body) : event(attributes);
        // SNS drops a body that is not a JSON object when the policy looks into bodies.
        return event != null && !machine.rulesForJSONEvent(event).isEmpty();
    }

    private void add(String json) {
        try {
            machine.addRule(RULE, json);
        } catch (IOException | RuntimeException e) {
            String detail = e.getMessage() == null ? "not a valid policy" : e.getMessage();
            throw SnsError.invalidParameter("FilterPolicy: " + detail);
        }
    }

    private static JsonNode event(Map<String, MessageAttribute> attributes) {
        ObjectNode event = Json.object();
        attributes.forEach((name, attribute) -> {
            JsonNode value = attribute.filterable();
            if (value != null) {
                event.set(name, value);
            }
        });
        return event;
    }
}
