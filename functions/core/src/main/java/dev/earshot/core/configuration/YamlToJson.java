package dev.earshot.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML nodes into JSON; a structure that contains itself, or a doubled key, is refused. */
final class YamlToJson {

    private static final int DEEPEST = 50;

    private final BiFunction<Node, String, RuntimeException> fault;

    /** @param fault makes the refusal of a node */
    YamlToJson(BiFunction<Node, String, RuntimeException> fault) {
        this.fault = fault;
    }

    JsonNode convert(Node node) {
        return convert(node, 0);
    }

    private JsonNode convert(Node node, int depth) {
        if (depth > DEEPEST) {
            throw fault.apply(node, "nested too deeply");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(element -> array.add(convert(element, depth + 1)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode mapping(MappingNode mapping, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw fault.apply(tuple.getKeyNode(), "a key is a word");
            }
            if (object.has(key.getValue())) {
                throw fault.apply(key, "'" + key.getValue() + "' is here twice");
            }
            object.set(key.getValue(), convert(tuple.getValueNode(), depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return NullNode.getInstance();
            } else if (tag.equals(Tag.BOOL)) {
                return truth(scalar);
            } else if (tag.equals(Tag.INT)) {
                return integer(value);
            } else if (tag.equals(Tag.FLOAT)) {
                return DecimalNode.valueOf(new BigDecimal(value));
            }
        } catch (NumberFormatException e) {
            // The value could be a secret.
            throw fault.apply(scalar, "this is no plain number; put it in quotes if it is a word");
        }
        return TextNode.valueOf(value);
    }

    /** YAML takes yes, no, on and off for truths, most people for words; so neither is guessed. */
    private BooleanNode truth(ScalarNode scalar) {
        if (scalar.getValue().equalsIgnoreCase("true")) {
            return BooleanNode.TRUE;
        } else if (scalar.getValue().equalsIgnoreCase("false")) {
            return BooleanNode.FALSE;
        }
        throw fault.apply(scalar, "YAML takes this for true or false: write that, or put it in quotes if it is a word");
    }

    /** A number that is written as it is read: 0123 would silently become another one. */
    private static LongNode integer(String value) {
        long number = Long.parseLong(value);
        if (!Long.toString(number).equals(value)) {
            throw new NumberFormatException();
        }
        return LongNode.valueOf(number);
    }
}
