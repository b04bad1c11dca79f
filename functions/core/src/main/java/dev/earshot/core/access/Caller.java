package dev.earshot.core.access;

import dev.earshot.core.mention.Text;
import java.util.Set;

/**
 * A signed-in person or program, as the token tells.
 *
 * @param subject the issuer's own id of the caller, 1 to 256 characters
 * @param name what people call the caller, one line of 1 to 100 characters
 * @param groups department ids, {@code listening}, {@code council}, and whatever else the company uses; at most 200
 */
public record Caller(String subject, String name, Set<String> groups) {

    /** The group of the one team that looks after what concerns no department. */
    public static final String LISTENING = "listening";

    /** The group of all departments together, which sees and may do everything. */
    public static final String COUNCIL = "council";

    /** The group, and the department, of those who lead: they read all counts. */
    public static final String LEADERSHIP = "leadership";

    private static final int LONGEST_SUBJECT = 256;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_GROUPS = 200;

    public Caller {
        groups = Set.copyOf(groups);
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to 256 characters");
        }
        if (name.isBlank() || !Text.line(name, LONGEST_NAME).equals(name)) {
            throw new IllegalArgumentException("a name has 1 to 100 characters on one line");
        }
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("a caller is in at most 200 groups");
        }
    }

    /** Whether the caller sits in the council. */
    public boolean council() {
        return groups.contains(COUNCIL);
    }

    /** Whether the caller is of the listening team. */
    public boolean listening() {
        return groups.contains(LISTENING);
    }
}
