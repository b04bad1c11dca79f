package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML nodes into values: refuses what CloudFormation refuses, and writes every intrinsic in its long form. */
final class ValueBuilder {

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String file;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    ValueBuilder(String file) {
        this.file = file;
    }

    Value build(Node node) {
        // A node that comes twice was reached by an alias. Refusing it also ends loops and billion laughs.
        if (!seen.add(node)) {
            throw at(node).error("CloudFormation knows no YAML aliases, write the value out");
        }
        Tag tag = node.getTag();
        if (tag.getValue().startsWith("!")) {
            return shortForm(tag.getValue().substring(1), node);
        }
        if (tag.equals(Tag.NULL)) {
            throw at(node).error("a key without a value, give it one or remove it");
        }
        if (!PLAIN.contains(tag)) {
            throw at(node).error("the tag " + tag.getValue() + " is not known, remove it");
        }
        return plain(node);
    }

    private Value plain(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> values = new ArrayList<>();
            sequence.getValue().forEach(item -> values.add(build(item)));
            return new Value.Items(List.copyOf(values), at(node));
        }
        return mapping((MappingNode) node);
    }

    private Value scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            boolean truth = TRUE.contains(text.toLowerCase(Locale.ROOT));
            return new Value.Scalar(String.valueOf(truth), Value.Kind.BOOLEAN, at(node));
        }
        boolean number = node.isPlain() && JSON_NUMBER.matcher(text).matches();
        return new Value.Scalar(text, number ? Value.Kind.NUMBER : Value.Kind.TEXT, at(node));
    }

    private Value mapping(MappingNode node) {
        Map<String, Value.Field> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Position key = at(tuple.getKeyNode());
            String name = key(tuple.getKeyNode());
            if (entries.containsKey(name)) {
                throw key.error("the key " + name + " is here twice (first on line "
                        + entries.get(name).key().line() + "), remove one");
            }
            entries.put(name, new Value.Field(key, build(tuple.getValueNode())));
        }
        return longForm(new Value.Fields(Collections.unmodifiableMap(entries), at(node)));
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar && PLAIN.contains(node.getTag())) {
            return scalar.getValue();
        }
        throw at(node).error("keys must be plain words; merge keys (<<) are not known to CloudFormation");
    }

    private Value shortForm(String tag, Node node) {
        Value argument = plain(node);
        if (tag.equals("Condition")) {
            Value.Field field = new Value.Field(at(node), argument);
            return new Value.Fields(Map.of("Condition", field), at(node));
        }
        return call(tag.equals("Ref") ? tag : "Fn::" + tag, argument, at(node));
    }

    private static Value longForm(Value.Fields fields) {
        for (Map.Entry<String, Value.Field> entry : fields.entries().entrySet()) {
            boolean alone = fields.entries().size() == 1;
            if (entry.getKey().startsWith("Fn::") && !alone) {
                throw entry.getValue().key().error(entry.getKey() + " must be the only key of its mapping");
            }
            if (alone && (entry.getKey().startsWith("Fn::") || entry.getKey().equals("Ref"))) {
                return call(
                        entry.getKey(),
                        entry.getValue().value(),
                        entry.getValue().key());
            }
        }
        return fields;
    }

    private static Value call(String function, Value argument, Position at) {
        if (!Intrinsics.KNOWN.contains(function)) {
            throw at.error("the local cloud does not know " + function + ", use one of "
                    + String.join(", ", Intrinsics.KNOWN));
        }
        return new Value.Call(function, argument, at);
    }

    private Position at(Node node) {
        return new Position(file, node.getStartMark().getLine() + 1);
    }
}
