package dev.earshot.analyze.departments;

import dev.earshot.analyze.learning.Features;
import java.util.Set;

/**
 * A text with whom it concerns.
 *
 * @param features of the text
 * @param primary the department that it concerns first, or {@link DepartmentModel#NOISE}
 * @param also others that it concerns
 * @param weight how much it counts: 1 for an example that ships, more for a person's correction
 * @param group examples that are alike, by their author or by chance: thresholds are tuned on groups that were not learned
 */
public record DepartmentExample(Features features, String primary, Set<String> also, double weight, int group) {

    public DepartmentExample {
        also = Set.copyOf(also);
    }

    boolean concerns(String id) {
        return primary.equals(id) || also.contains(id);
    }
}
