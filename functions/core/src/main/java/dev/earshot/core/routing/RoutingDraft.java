package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A routing decision in the making. */
final class RoutingDraft {

    private final Map<String, Decision.Assignment> assignments = new LinkedHashMap<>();
    private Analysis.@Nullable Noise noise;

    void assign(Department department, Priority priority, Because because) {
        Decision.Assignment before = assignments.get(department.id());
        Priority highest = before != null && before.priority().above(priority) ? before.priority() : priority;
        List<Because> reasons = new ArrayList<>(before == null ? List.of() : before.because());
        reasons.add(because);
        assignments.put(department.id(), new Decision.Assignment(department, highest, reasons));
    }

    void exclude(Department department) {
        assignments.remove(department.id());
    }

    void raise(Department department, Priority priority, Because because) {
        Decision.Assignment before = assignments.get(department.id());
        if (before != null && priority.above(before.priority())) {
            assign(department, priority, because);
        }
    }

    boolean has(Department department) {
        return assignments.containsKey(department.id());
    }

    boolean isEmpty() {
        return assignments.isEmpty();
    }

    boolean urgent() {
        return assignments.values().stream().anyMatch(assignment -> assignment.priority() == Priority.URGENT);
    }

    void setAside(Analysis.Noise reason) {
        noise = reason;
    }

    /** The decision, with the departments in their configured order. */
    Decision decision(List<Department> order) {
        if (noise != null) {
            return new Decision.Noise(noise);
        }
        List<Decision.Assignment> inOrder = order.stream()
                .map(department -> assignments.get(department.id()))
                .filter(Objects::nonNull)
                .toList();
        return inOrder.isEmpty() ? new Decision.Unrouted() : new Decision.Routed(inOrder);
    }
}
