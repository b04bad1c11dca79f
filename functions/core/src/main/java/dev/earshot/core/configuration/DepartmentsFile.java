package dev.earshot.core.configuration;

import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The departments as a YAML file, {@code departments: [...]}: what seeds a new system, is exported and imported. */
public final class DepartmentsFile {

    private DepartmentsFile() {}

    /**
     * Reads 1 to 40 departments.
     *
     * @param file its name, for errors
     * @throws InvalidConfigurationException {@code FILE:LINE: what is wrong}
     */
    public static List<Department> read(String file, String yaml) {
        YamlDocument document = new YamlDocument(file, yaml);
        List<YamlDocument.Located<Department>> departments = document.list("departments", Department.class);
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
}
