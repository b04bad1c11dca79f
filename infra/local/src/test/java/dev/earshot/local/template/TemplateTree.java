package dev.earshot.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** A template as it is written, unresolved, with what the reader drops; intrinsics are in their long forms. */
public final class TemplateTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TemplateTree() {}

    public static JsonNode read(Path template) {
        return node(YamlDocument.read(template, template.getFileName().toString()));
    }

    private static JsonNode node(Value value) {
        if (value instanceof Value.Fields fields) {
            ObjectNode object = NODES.objectNode();
            fields.entries().forEach((name, field) -> object.set(name, node(field.value())));
            return object;
        }
        if (value instanceof Value.Items items) {
            ArrayNode array = NODES.arrayNode();
            items.values().forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Value.Call call) {
            return NODES.objectNode().set(call.function(), node(call.argument()));
        }
        return NODES.textNode(((Value.Scalar) value).text());
    }
}
