package dev.earshot.core.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The departments as a YAML file, {@code departments: [...]}: what seeds a new system, is exported and imported. */
public final class DepartmentsFile {

    private static final String KEY = "departments";
    private static final String EXAMPLE = "{id: support, name: Customer support, description: What it helps with.}";

    private DepartmentsFile() {}

    /**
     * Reads 1 to 40 departments.
     *
     * @param file its name, for errors
     * @throws InvalidConfigurationException {@code FILE:LINE: what is wrong}
     */
    public static List<Department> read(String file, String yaml) {
        YamlDocument document = new YamlDocument(file, yaml);
        List<YamlDocument.Located<Department>> departments = document.list(KEY, Department.class, EXAMPLE);
        Set<String> ids = new HashSet<>();
        for (YamlDocument.Located<Department> department : departments) {
            String id = department.value().id();
            if (!ids.add(id)) {
                throw document.fault(department.line(), "a department '" + id + "' is here already");
            }
        }
        if (departments.isEmpty() || departments.size() > RuleBook.MOST_DEPARTMENTS) {
            throw document.fault(1, "there are 1 to " + RuleBook.MOST_DEPARTMENTS + " departments");
        }
        return departments.stream().map(YamlDocument.Located::value).toList();
    }

    /** Writes departments so that {@link #read} reads the same; what is absent is left out. */
    public static String write(List<Department> departments) {
        ObjectNode document = EarshotJson.mapper().createObjectNode();
        ArrayNode list = document.putArray(KEY);
        departments.forEach(department -> list.add(tree(department)));
        return JsonToYaml.write(document);
    }

    private static ObjectNode tree(Department department) {
        ObjectNode tree = withoutNulls(asSent(department));
        if (department.respondWithin() != null) {
            tree.put("respondWithin", asPeopleWrite(department.respondWithin()));
        }
        tree.withArray("rules").forEach(rule -> withoutNulls((ObjectNode) rule));
        tree.properties()
                .removeIf(member ->
                        member.getValue().isArray() && member.getValue().isEmpty());
        return tree;
    }

    /** By way of text: Java has several ways of writing one number, JSON as it is sent has one. */
    private static ObjectNode asSent(Department department) {
        try {
            return (ObjectNode)
                    EarshotJson.mapper().readTree(EarshotJson.mapper().writeValueAsString(department));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode withoutNulls(ObjectNode object) {
        object.properties().removeIf(member -> member.getValue().isNull());
        return object;
    }

    /** Whole days as days: P3D, where Java says PT72H. */
    private static String asPeopleWrite(Duration duration) {
        Duration days = Duration.ofDays(duration.toDays());
        return days.equals(duration) ? "P" + days.toDays() + "D" : duration.toString();
    }
}
