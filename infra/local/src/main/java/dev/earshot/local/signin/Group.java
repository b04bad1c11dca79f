package dev.earshot.local.signin;

import dev.earshot.core.routing.Department;
import java.util.List;
import java.util.stream.Stream;

/**
 * One group that a person can be in.
 *
 * @param id as tokens have it
 * @param name for people
 */
record Group(String id, String name) {

    private static final List<Group> BESIDES_DEPARTMENTS =
            List.of(new Group("listening", "Listening team"), new Group("council", "Council (sees everything)"));

    /** The departments, then the groups that are none. */
    static List<Group> of(List<Department> departments) {
        return Stream.concat(
                        departments.stream().map(department -> new Group(department.id(), department.name())),
                        BESIDES_DEPARTMENTS.stream())
                .toList();
    }
}
