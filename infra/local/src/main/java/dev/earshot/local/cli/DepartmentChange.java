package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file would do to one department.
 *
 * @param department as the file has it
 * @param isNew whether there is none of its id
 * @param members the names of those that differ, in the order of the file's form; empty for a new one
 */
record DepartmentChange(Department department, boolean isNew, List<String> members) {

    DepartmentChange {
        members = List.copyOf(members);
    }

    /** One for each department of a file, in its order. */
    static List<DepartmentChange> between(List<Department> stored, List<Department> file) {
        Map<String, Department> byId = stored.stream().collect(Collectors.toMap(Department::id, Function.identity()));
        List<DepartmentChange> changes = new ArrayList<>();
        for (Department wanted : file) {
            Department before = byId.get(wanted.id());
            changes.add(
                    before == null
                            ? new DepartmentChange(wanted, true, List.of())
                            : new DepartmentChange(wanted, false, differing(before, wanted)));
        }
        return changes;
    }

    boolean isNone() {
        return !isNew && members.isEmpty();
    }

    private static List<String> differing(Department before, Department after) {
        JsonNode old = asSent(before);
        return asSent(after).properties().stream()
                .filter(member -> !member.getValue().equals(old.get(member.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By way of text, as JSON has fewer kinds of numbers than Java. */
    private static JsonNode asSent(Department department) {
        try {
            return EarshotJson.mapper().readTree(EarshotJson.mapper().writeValueAsString(department));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
