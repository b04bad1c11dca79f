package dev.earshot.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A resource as it is written, with the global properties of its type.
 *
 * @param properties not resolved yet
 * @param condition the condition without which it is not created
 * @param dependsOn what must be created before it
 */
record Declared(
        String id,
        String type,
        Value.Fields properties,
        Optional<String> condition,
        List<Value> dependsOn,
        Position at) {

    static Declared read(String id, Value.Field field, Globals globals) {
        if (!id.matches("[A-Za-z0-9]{1,255}")) {
            throw field.key().error("the resource name " + id + " must be letters and digits only, rename it");
        }
        Properties resource = new Properties("resource " + id, field.value().asFields("resource " + id), field.key());
        String type = resource.requiredText("Type");
        Value.Fields own = resource.value("Properties")
                .map(value -> value.asFields("Properties"))
                .orElseGet(() -> Value.Fields.none(field.key()));
        Optional<String> condition = resource.text("Condition");
        List<Value> dependsOn = resource.value("DependsOn")
                .map(value -> value instanceof Value.Items items ? items.values() : List.of(value))
                .orElse(List.of());
        resource.refuseOthers("DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "CreationPolicy", "Metadata");
        return new Declared(id, type, globals.applyTo(type, own), condition, dependsOn, field.key());
    }

    /** The properties with their calls resolved; resolving them creates what they refer to first. */
    Properties properties(Intrinsics intrinsics) {
        return new Properties(id + " (" + type + ")", intrinsics.resolve(properties), at);
    }

    Declared without(String property) {
        return new Declared(id, type, properties.without(property), condition, dependsOn, at);
    }
}
