package dev.earshot.local.signin;

import dev.earshot.core.routing.Department;
import java.util.List;

/**
 * Who a token is for.
 *
 * @param name 1 to 64 characters without control characters; the token's {@code sub} and {@code name}
 * @param groups department ids, {@code listening} or {@code council}; at most 100, none twice
 */
public record Person(String name, List<String> groups) {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_GROUPS = 100;

    /** Tidies the name's ends and drops what comes twice. */
    public Person {
        name = name.strip();
        groups = groups.stream().distinct().toList();
        require(
                !name.isEmpty() && name.length() <= LONGEST_NAME && printable(name),
                "a name has 1 to 64 characters, all of them printable");
        require(groups.size() <= MOST_GROUPS, "nobody is in more than 100 groups");
        groups.forEach(group -> require(
                Department.ID.matcher(group).matches(),
                "a group is the id of a department, listening or council: a-z, 0-9 and -, at most 32"));
    }

    /** Of all people's letters, but of no character that changes what stands around it. */
    private static boolean printable(String name) {
        return name.codePoints().allMatch(letter -> switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        });
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
