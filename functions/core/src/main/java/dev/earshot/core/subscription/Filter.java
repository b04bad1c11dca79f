package dev.earshot.core.subscription;

import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a department's notices are wanted.
 *
 * @param kinds why a notice is sent; empty for all reasons
 * @param minPriority the least urgent that is wanted; null for all
 */
public record Filter(Set<Notice.Kind> kinds, @Nullable Priority minPriority) {

    /** Everything. */
    public static final Filter ALL = new Filter(Set.of(), null);

    public Filter {
        // In the order of their declaration, so that equal filters read equally.
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** The priorities that are wanted, most urgent first. */
    Set<Priority> priorities() {
        return minPriority == null ? EnumSet.allOf(Priority.class) : EnumSet.range(Priority.URGENT, minPriority);
    }

    /** Whether every notice that the other wants is wanted here, too. */
    boolean covers(Filter other) {
        boolean allKinds = kinds.isEmpty() || (!other.kinds.isEmpty() && kinds.containsAll(other.kinds));
        return allKinds && priorities().containsAll(other.priorities());
    }
}
