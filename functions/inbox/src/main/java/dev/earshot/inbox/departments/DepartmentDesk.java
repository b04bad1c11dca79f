package dev.earshot.inbox.departments;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import java.util.List;
import java.util.Optional;

/**
 * The use case: everybody who is signed in reads what departments there are, the council changes them. A change is
 * followed by all functions within a minute.
 */
public final class DepartmentDesk {

    private final Departments departments;
    private final DepartmentTable table;

    public DepartmentDesk(Departments departments, DepartmentTable table) {
        this.departments = departments;
        this.table = table;
    }

    /** All departments in their configured order, as they were at most a minute ago. */
    public List<Department> all() {
        return departments.current().departments();
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
        DepartmentTable.Answer answer = table.put(department);
        departments.forget();
        return switch (answer) {
            case STORED -> Answer.CHANGED;
            case TOO_MANY -> Answer.TOO_MANY;
            case TOO_LARGE -> Answer.TOO_LARGE;
        };
    }

    /** The most departments that there can be. */
    public static int most() {
        return RuleBook.MOST_DEPARTMENTS;
    }
}
