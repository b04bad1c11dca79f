package dev.earshot.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A resolved value as JSON: numbers and truth values stay what they were in the template. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static String of(Value value) {
        return node(value).toString();
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
        return scalar((Value.Scalar) value);
    }

    private static JsonNode scalar(Value.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> NODES.textNode(scalar.text());
            case NUMBER -> NODES.numberNode(new BigDecimal(scalar.text()));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
        };
    }
}
