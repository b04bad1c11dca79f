package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SAM's {@code Globals}: what every function or HTTP API has unless it says otherwise. */
final class Globals {

    private static final Map<String, String> TYPES =
            Map.of("Function", "AWS::Serverless::Function", "HttpApi", "AWS::Serverless::HttpApi");

    /** What each resource must say for itself: SAM refuses these under Globals. */
    private static final Set<String> NEVER_GLOBAL = Set.of("Events", "FunctionName", "Policies", "Role", "Name");

    private final Map<String, Value.Fields> byType = new LinkedHashMap<>();

    Globals(Value.Fields section) {
        section.entries().forEach((name, field) -> {
            String type = TYPES.get(name);
            if (type == null) {
                throw field.key().error("Globals for " + name + " are not known locally, use one of " + TYPES.keySet());
            }
            byType.put(type, checked(name, field.value().asFields(name)));
        });
    }

    /** The properties of a resource, on top of the global ones of its type. */
    Value.Fields applyTo(String type, Value.Fields own) {
        Value.Fields shared = byType.get(type);
        return shared == null ? own : merge(shared, own);
    }

    private static Value.Fields checked(String name, Value.Fields fields) {
        fields.entries().forEach((property, field) -> {
            if (NEVER_GLOBAL.contains(property)) {
                throw field.key().error(property + " cannot be global for " + name + ", move it to each resource");
            }
        });
        return fields;
    }

    /** As SAM does: mappings merge, lists follow one another, anything else is overridden, intrinsic functions included. */
    private static Value merge(Value shared, Value own) {
        if (shared instanceof Value.Fields left && own instanceof Value.Fields right) {
            return merge(left, right);
        }
        if (shared instanceof Value.Items left && own instanceof Value.Items right) {
            List<Value> all = new ArrayList<>(left.values());
            all.addAll(right.values());
            return new Value.Items(List.copyOf(all), own.at());
        }
        return own;
    }

    private static Value.Fields merge(Value.Fields shared, Value.Fields own) {
        Map<String, Value.Field> merged = new LinkedHashMap<>(shared.entries());
        own.entries()
                .forEach((name, field) -> merged.merge(
                        name,
                        field,
                        (left, right) -> new Value.Field(right.key(), merge(left.value(), right.value()))));
        return new Value.Fields(Collections.unmodifiableMap(merged), own.at());
    }
}
