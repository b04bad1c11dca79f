package dev.earshot.inbox.departments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The use case: everybody who is signed in reads what departments there are, the council changes them. A change is
 * followed by all functions within a minute.
 */
public final class DepartmentDesk {

    private final Departments departments;
    private final DepartmentTable table;
    private final Auditor auditor;
    private final Clock clock;

    public DepartmentDesk(Departments departments, DepartmentTable table, Auditor auditor, Clock clock) {
        this.departments = departments;
        this.table = table;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** All departments in their configured order, as they were at most a minute ago. */
    public List<Department> all() {
        return departments.current().departments();
    }

    /** What departments are called, by their ids, in their configured order. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        all().forEach(department -> names.put(department.id(), department.name()));
        return names;
    }

    /** All departments as they are now. */
    public List<Department> now() {
        departments.forget();
        return all();
    }

    /** One department as it is now. */
    public Optional<Department> find(String id) {
        return now().stream().filter(department -> department.id().equals(id)).findFirst();
    }

    /** What became of a change. */
    public enum Answer {
        CHANGED,
        NOT_ALLOWED,
        /** There are as many departments as there can be. */
        TOO_MANY,
        /** With its rules and examples it is larger than the table takes. */
        TOO_LARGE
    }

    /** Changes a department, or adds one behind the others. */
    public Answer put(Caller caller, Department department) {
        if (!Access.configuration(caller)) {
            return Answer.NOT_ALLOWED;
        }
        // A new system has its first departments before it has others.
        all();
        DepartmentTable.Answer answer = table.put(department, before -> entry(caller, before, department));
        departments.forget();
        return switch (answer) {
            case STORED -> Answer.CHANGED;
            case TOO_MANY -> Answer.TOO_MANY;
            case TOO_LARGE -> Answer.TOO_LARGE;
        };
    }

    /** Names the members that change; what they say stays out of the audit trail. */
    private Optional<AuditEntry> entry(Caller caller, Optional<Department> before, Department after) {
        if (before.isEmpty()) {
            return Optional.of(auditor.entry(clock.instant(), caller, Action.DEPARTMENT_ADDED, after.id(), ""));
        }
        JsonNode old = read(before.get());
        JsonNode fresh = read(after);
        List<String> changed = new ArrayList<>();
        fresh.fieldNames().forEachRemaining(name -> {
            if (!fresh.path(name).equals(old.path(name))) {
                changed.add(name);
            }
        });
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(auditor.entry(
                        clock.instant(), caller, Action.DEPARTMENT_CHANGED, after.id(), String.join(", ", changed)));
    }

    /** As it reads: how a number is kept makes no difference. */
    private static JsonNode read(Department department) {
        try {
            return EarshotJson.mapper().readTree(EarshotJson.mapper().writeValueAsBytes(department));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most departments that there can be. */
    public static int most() {
        return RuleBook.MOST_DEPARTMENTS;
    }
}
