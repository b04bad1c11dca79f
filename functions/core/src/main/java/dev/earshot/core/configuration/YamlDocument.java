package dev.earshot.core.configuration;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.earshot.core.json.EarshotJson;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file that remembers its lines: a mapping of lists, read into records; at most 4 MB and 50 levels deep. */
public final class YamlDocument {

    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
    private static final int DEEPEST = 50;

    private final String file;
    private final @Nullable Node root;

    /** Parses the text of {@code file}. */
    public YamlDocument(String file, String text) {
        this.file = file;
        this.root = compose(file, text);
    }

    private static @Nullable Node compose(String file, String text) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(MOST_CHARACTERS);
        bounds.setNestingDepthLimit(DEEPEST);
        bounds.setMaxAliasesForCollections(20);
        try {
            return new Yaml(new SafeConstructor(bounds)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidConfigurationException(file, line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new InvalidConfigurationException(
                    file,
                    1,
                    "not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * The list under {@code key}, the only key of the file, each element read as a {@code T}.
     *
     * @param example of an element, for whoever has written none
     */
    public <T> List<Located<T>> list(String key, Class<T> type, String example) {
        String expected = "expected '" + key + ":' with a list, such as " + key + ": [" + example + "]";
        if (!(root instanceof MappingNode mapping)) {
            throw fault(1, expected);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)
                    || !name.getValue().equals(key)) {
                throw fault(tuple.getKeyNode(), "expected only '" + key + ":' here");
            }
        }
        if (mapping.getValue().size() != 1
                || !(mapping.getValue().get(0).getValueNode() instanceof SequenceNode sequence)) {
            throw fault(mapping, expected);
        }
        List<Located<T>> read = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            read.add(new Located<>(element, read(element, type)));
        }
        return read;
    }

    /** The refusal of what begins at a line of this file. */
    public InvalidConfigurationException fault(int line, String what) {
        return new InvalidConfigurationException(file, line, what);
    }

    private <T> T read(Node element, Class<T> type) {
        JsonNode json = new YamlToJson(this::fault).convert(element);
        try {
            return EarshotJson.mapper().treeToValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            throw fault(
                    at(element, e.getPath()),
                    "unknown setting '" + e.getPropertyName() + "'; there are " + e.getKnownPropertyIds());
        } catch (JsonMappingException e) {
            throw fault(at(element, e.getPath()), reason(e));
        } catch (JsonProcessingException e) {
            throw fault(element, "this cannot be read");
        }
    }

    private static String reason(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            return String.valueOf(cause.getMessage());
        }
        String where = e.getPath().isEmpty()
                ? "this"
                : "'" + e.getPath().get(e.getPath().size() - 1).getFieldName() + "'";
        return where + " should be " + expected(e);
    }

    /** What should stand there; Jackson's own words could repeat a secret that does. */
    private static String expected(JsonMappingException e) {
        Class<?> type = e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mismatch.getTargetType()
                : Object.class;
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        } else if (Iterable.class.isAssignableFrom(type)) {
            return "a list";
        } else if (type == Duration.class) {
            return "a duration, such as PT4H or P2D";
        }
        return type == String.class ? "text" : "something else";
    }

    /** The deepest node on a path of Jackson's that exists. */
    private static Node at(Node start, List<JsonMappingException.Reference> path) {
        Node here = start;
        for (JsonMappingException.Reference step : path) {
            Node next = here instanceof SequenceNode sequence && step.getIndex() >= 0
                    ? sequence.getValue().get(step.getIndex())
                    : here instanceof MappingNode mapping ? value(mapping, step.getFieldName()) : null;
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private static @Nullable Node value(MappingNode mapping, @Nullable String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private InvalidConfigurationException fault(Node node, String what) {
        return fault(line(node), what);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** Something read, with where it stands in the file. */
    public record Located<T>(Node node, T value) {

        /** The line it begins at. */
        public int line() {
            return YamlDocument.line(node);
        }

        /** The line of what a JSON pointer into it points at, or of the deepest there is on the way; empty: its own. */
        public int line(String pointer) {
            Node here = node;
            for (JsonPointer step = JsonPointer.compile(pointer); !step.matches(); step = step.tail()) {
                Node next = child(here, step);
                if (next == null) {
                    break;
                }
                here = next;
            }
            return YamlDocument.line(here);
        }

        private static @Nullable Node child(Node here, JsonPointer step) {
            if (here instanceof SequenceNode sequence) {
                int index = step.getMatchingIndex();
                return index >= 0 && index < sequence.getValue().size()
                        ? sequence.getValue().get(index)
                        : null;
            }
            return here instanceof MappingNode mapping ? YamlDocument.value(mapping, step.getMatchingProperty()) : null;
        }
    }
}
