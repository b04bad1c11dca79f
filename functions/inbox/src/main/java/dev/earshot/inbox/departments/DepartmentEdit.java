package dev.earshot.inbox.departments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.BodyErrors;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.routing.Rule;
import dev.earshot.core.routing.RuleAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one part of a department, the rest of which stays as it is. What breaks a rule throws {@link
 * InvalidMemberException}.
 */
public final class DepartmentEdit {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final long MOST_MINUTES = 90 * 24 * 60;

    private DepartmentEdit() {}

    /**
     * What people read of a department.
     *
     * @param liaison empty for nobody
     * @param guidance empty for none
     */
    public record About(
            String name,
            String liaison,
            String description,
            @Nullable Duration respondWithin,
            String guidance) {}

    /**
     * A response target as a form has it.
     *
     * @param number empty for no target
     * @param unit {@code minutes}, {@code hours} or {@code days}
     * @return null for no target
     */
    public static @Nullable Duration within(String number, String unit) {
        if (number.isBlank()) {
            return null;
        }
        String digits = number.strip();
        long many = NUMBER.matcher(digits).matches() ? Long.parseLong(digits) : 0;
        if (many < 1 || many > MOST_MINUTES) {
            throw new InvalidMemberException("/respondWithin", "from 1 minute to 90 days");
        }
        return switch (unit) {
            case "minutes" -> Duration.ofMinutes(many);
            case "days" -> Duration.ofDays(many);
            default -> Duration.ofHours(many);
        };
    }

    /** A department with nothing but a name. */
    public static Department named(String id, String name) {
        return valid("/id", () -> new Department(id, name, null, "", null, null, List.of(), List.of()));
    }

    /** The department described otherwise. */
    public static Department about(Department one, About about) {
        return valid(
                "",
                () -> new Department(
                        one.id(),
                        about.name().strip(),
                        about.liaison().isBlank() ? null : about.liaison().strip(),
                        lines(about.description()),
                        about.respondWithin(),
                        about.guidance().isBlank() ? null : lines(about.guidance()),
                        one.rules(),
                        one.examples()));
    }

    /**
     * The department with another rule.
     *
     * @param was the name of the rule whose place it takes; empty to add it behind the others
     * @param pattern JSON
     * @param priority empty for none
     */
    public static Department rule(
            Department one, String was, String name, String pattern, String action, String priority) {
        List<Rule> rules = new ArrayList<>(one.rules());
        int at = place(rules, was);
        String pointer = "/rules/" + (at < 0 ? rules.size() : at);
        JsonNode json = json(pointer + "/pattern", pattern);
        Rule rule = valid(
                pointer,
                () -> new Rule(
                        name.strip(),
                        json,
                        RuleAction.of(action),
                        priority.isEmpty() ? null : Priority.valueOf(priority)));
        if (at < 0) {
            rules.add(rule);
        } else {
            rules.set(at, rule);
        }
        return valid(pointer, () -> with(one, rules, one.examples()));
    }

    /** The department without a rule. */
    public static Department withoutRule(Department one, String name) {
        return with(
                one,
                one.rules().stream().filter(rule -> !rule.name().equals(name)).toList(),
                one.examples());
    }

    /** The department with another example. */
    public static Department example(Department one, String example) {
        List<String> examples = new ArrayList<>(one.examples());
        examples.add(lines(example).strip());
        return valid("/examples/" + one.examples().size(), () -> with(one, one.rules(), examples));
    }

    /** The department without an example. */
    public static Department withoutExample(Department one, String example) {
        String same = lines(example);
        return with(
                one,
                one.rules(),
                one.examples().stream().filter(other -> !lines(other).equals(same)).toList());
    }

    private static Department with(Department one, List<Rule> rules, List<String> examples) {
        return new Department(
                one.id(),
                one.name(),
                one.liaison(),
                one.description(),
                one.respondWithin(),
                one.guidance(),
                rules,
                examples);
    }

    private static int place(List<Rule> rules, String name) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode json(String pointer, String text) {
        try {
            return EarshotJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            InvalidMember member = BodyErrors.of(e).get(0);
            throw new InvalidMemberException(pointer + member.pointer(), member.detail());
        }
    }

    /** Browsers send other line ends than they were given. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static <T> T valid(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidMemberException(pointer, String.valueOf(e.getMessage()));
        }
    }
}
