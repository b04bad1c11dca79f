package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    boolean urgent() {
        return assignments.values().stream().anyMatch(assignment -> assignment.priority() == Priority.URGENT);
    }

    void setAside(Analysis.Noise reason) {
        noise = reason;
    }

    Decision decision() {
        if (noise != null) {
            return new Decision.Noise(noise);
        }
        return assignments.isEmpty() ? new Decision.Unrouted() : new Decision.Routed(List.copyOf(assignments.values()));
    }
}
