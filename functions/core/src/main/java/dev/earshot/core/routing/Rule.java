package dev.earshot.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.mention.Text;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/**
 * One rule of a department: an EventBridge event pattern over the mention, and what a match does.
 *
 * @param name what people see as the reason, 1 to 100 characters
 * @param pattern the event pattern, at most 8 KB, over the fields of {@link RuleEvent}
 * @param action what a match does
 * @param priority the case's priority at least, for {@code assign} and {@code prioritise}; null means NORMAL
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
public record Rule(
        String name,
        JsonNode pattern,
        RuleAction action,
        @Nullable Priority priority) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATTERN = 8 * 1024;
    private static final int MOST_COMPLEX = 200;
    private static final String EITHER = "$or";

    public Rule {
        requireNonNull(name, "a rule's 'name' is missing");
        requireNonNull(pattern, "a rule's 'pattern' is missing");
        requireNonNull(action, "a rule's 'action' is missing");
        if (name.isBlank() || !Text.line(name, LONGEST_NAME).equals(name)) {
            throw new IllegalArgumentException("a rule has a name of 1 to 100 characters on one line");
        }
        checkPattern(name, pattern);
        if (action == RuleAction.PRIORITISE && priority == null) {
            throw new IllegalArgumentException("rule '" + name + "' prioritises, so it needs a priority");
        }
    }

    private static void checkPattern(String name, JsonNode pattern) {
        String json = pattern.toString();
        if (!pattern.isObject() || json.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("the pattern of rule '" + name + "' is an object of at most 8 KB");
        }
        Set<String> unknown = unknownFields(pattern);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the pattern of rule '" + name + "' asks for " + unknown
                    + ", which no mention has; there are " + new TreeSet<>(RuleEvent.FIELDS));
        }
        for (JsonNode word : pattern.path("words")) {
            if (word.isTextual() && !word.asText().equals(word.asText().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the pattern of rule '" + name
                        + "' never matches: words are in lower" + " case, '" + word.asText() + "' is not");
            }
        }
        String fault = JsonRuleCompiler.check(json);
        if (fault != null) {
            throw new IllegalArgumentException("the pattern of rule '" + name + "' is no event pattern: "
                    + fault.lines().findFirst().orElse(""));
        }
        if (complexity(json) >= MOST_COMPLEX) {
            throw new IllegalArgumentException("the wildcards of rule '" + name + "' are too many to match quickly");
        }
    }

    private static Set<String> unknownFields(JsonNode pattern) {
        Set<String> unknown = new TreeSet<>();
        pattern.properties().forEach(field -> {
            if (field.getKey().equals(EITHER)) {
                field.getValue().forEach(branch -> unknown.addAll(unknownFields(branch)));
            } else if (!RuleEvent.FIELDS.contains(field.getKey())) {
                unknown.add(field.getKey());
            }
        });
        return unknown;
    }

    private static int complexity(String json) {
        try {
            GenericMachine<String> machine = GenericMachine.<String>builder().build();
            machine.addRule("rule", json);
            return machine.evaluateComplexity(new MachineComplexityEvaluator(MOST_COMPLEX));
        } catch (IOException e) {
            throw new IllegalArgumentException("not an event pattern", e);
        }
    }

    /** The priority that a match gives at least. */
    public Priority atLeast() {
        return priority == null ? Priority.NORMAL : priority;
    }
}
