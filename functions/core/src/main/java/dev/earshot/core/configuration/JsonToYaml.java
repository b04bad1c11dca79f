package dev.earshot.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes JSON as YAML for people and for git: one thing a line, words in quotes only where YAML needs them, the same text
 * for the same JSON. {@link YamlToJson} reads the same JSON from it.
 */
final class JsonToYaml {

    /** What a literal block carries as it is: visible characters, with white space neither first nor before a line end. */
    private static final Pattern BLOCK = Pattern.compile("(?!\\s)[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} \\n]*+");

    private static final Pattern SPACE_AT_AN_END = Pattern.compile(" (\\n|$)");
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

    private JsonToYaml() {}

    static String write(JsonNode document) {
        DumperOptions options = new DumperOptions();
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        StringWriter out = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(out, options), new Resolver(), options, null);
            serializer.open();
            serializer.serialize(node(document));
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Node node(JsonNode json) {
        if (json instanceof ObjectNode object) {
            List<NodeTuple> members = new ArrayList<>();
            object.properties()
                    .forEach(member -> members.add(new NodeTuple(text(member.getKey()), node(member.getValue()))));
            return new MappingNode(Tag.MAP, members, members.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        } else if (json.isArray()) {
            List<Node> elements = new ArrayList<>();
            json.forEach(element -> elements.add(node(element)));
            return new SequenceNode(Tag.SEQ, elements, elements.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return json.isTextual() ? text(json.textValue()) : scalar(tag(json), json.toString(), ScalarStyle.PLAIN);
    }

    private static Tag tag(JsonNode json) {
        if (json.isNumber()) {
            return json.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
        }
        return json.isBoolean() ? Tag.BOOL : Tag.NULL;
    }

    private static ScalarNode text(String text) {
        if (!LINE_END.matcher(text).find()) {
            return scalar(Tag.STR, text, ScalarStyle.PLAIN);
        }
        boolean block =
                BLOCK.matcher(text).matches() && !SPACE_AT_AN_END.matcher(text).find();
        return scalar(Tag.STR, text, block ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED);
    }

    private static ScalarNode scalar(Tag tag, String value, ScalarStyle style) {
        return new ScalarNode(tag, value, null, null, style);
    }
}
