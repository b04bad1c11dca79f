package dev.earshot.core.routing;

import dev.earshot.core.analysis.Analysis;
import java.util.List;

/** Which departments a mention concerns. */
public sealed interface Decision {

    /** It concerns these departments, at least one, in their configured order. */
    record Routed(List<Assignment> assignments) implements Decision {
        public Routed {
            assignments = List.copyOf(assignments);
            if (assignments.isEmpty()) {
                throw new IllegalArgumentException("a routed mention has a department");
            }
        }
    }

    /** It concerns nobody, for a reason that is kept and shown. */
    record Noise(Analysis.Noise reason) implements Decision {}

    /** Nothing speaks for any department: the listening team looks at it. */
    record Unrouted() implements Decision {}

    /**
     * One department's share.
     *
     * @param department who
     * @param priority how soon
     * @param because why, at least one
     */
    record Assignment(Department department, Priority priority, List<Because> because) {
        public Assignment {
            because = List.copyOf(because);
        }
    }
}
