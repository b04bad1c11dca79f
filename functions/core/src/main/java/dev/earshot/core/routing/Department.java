package dev.earshot.core.routing;

import static java.util.Objects.requireNonNull;

import dev.earshot.core.mention.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the company that can act on what is said.
 *
 * @param id {@code [a-z][a-z0-9-]{0,31}}
 * @param name for people, 1 to 100 characters
 * @param liaison the e-mail address of who answers for it; null when there is none yet
 * @param description what it cares about, at most 2,000 characters
 * @param respondWithin how soon a case is to be answered, 1 minute to 90 days; null when there is no target
 * @param guidance how to answer, at most 4,000 characters; null when there is none
 * @param rules at most 200, names distinct
 * @param examples things people say that concern it, at most 500 of at most 2,000 characters
 */
public record Department(
        String id,
        String name,
        @Nullable String liaison,
        String description,
        @Nullable Duration respondWithin,
        @Nullable String guidance,
        List<Rule> rules,
        List<String> examples) {

    /** The form of an id. */
    public static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Names of groups in tokens, which no department may have. */
    private static final Set<String> RESERVED = Set.of("listening", "council");

    /** The form of an e-mail address; wider than what is in use, narrow enough for a mail header. */
    public static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,190}");

    private static final int MOST_RULES = 200;
    private static final int MOST_EXAMPLES = 500;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    public Department {
        requireNonNull(id, "'id' is missing");
        requireNonNull(name, "'name' is missing");
        requireNonNull(description, "'description' is missing");
        rules = orEmpty(rules);
        examples = orEmpty(examples);
        require(ID.matcher(id).matches(), "a department id begins with a-z and has a-z, 0-9 and -, at most 32");
        require(!RESERVED.contains(id), "'" + id + "' is the name of a group, not of a department");
        require(
                !name.isBlank() && Text.line(name, 100).equals(name),
                "a department has a name of 1 to 100 characters on one line");
        require(liaison == null || MAIL_ADDRESS.matcher(liaison).matches(), "a liaison is an e-mail address");
        require(description.length() <= 2_000, "a description has at most 2,000 characters");
        require(
                respondWithin == null
                        || (respondWithin.compareTo(SHORTEST) >= 0 && respondWithin.compareTo(LONGEST) <= 0),
                "respondWithin is a duration from PT1M to P90D, such as PT4H");
        require(guidance == null || guidance.length() <= 4_000, "guidance has at most 4,000 characters");
        require(rules.size() <= MOST_RULES, "a department has at most 200 rules");
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> require(names.add(rule.name()), "two rules are named '" + rule.name() + "'"));
        require(examples.size() <= MOST_EXAMPLES, "a department has at most 500 examples");
        examples.forEach(example ->
                require(!example.isBlank() && example.length() <= 2_000, "an example has 1 to 2,000 characters"));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
