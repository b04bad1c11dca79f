package dev.earshot.core.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.event.ruler.GenericMachine;

/**
 * All departments' rules, compiled into one machine that matches an event against all of them at once. Immutable; safe
 * for use by many threads.
 */
public final class RuleBook {

    /** The most departments that one company can have: they must fit one transaction with their counters. */
    public static final int MOST_DEPARTMENTS = 40;

    private static final Comparator<Match> IN_ORDER =
            Comparator.comparingInt(Match::departmentIndex).thenComparingInt(Match::ruleIndex);

    private final List<Department> departments;
    private final GenericMachine<Match> machine =
            GenericMachine.<Match>builder().build();

    /** Compiles the rules of at most 40 departments with distinct ids. */
    public RuleBook(List<Department> departments) {
        this.departments = List.copyOf(departments);
        Set<String> ids = new HashSet<>();
        departments.forEach(department -> {
            if (!ids.add(department.id())) {
                throw new IllegalArgumentException("two departments have the id '" + department.id() + "'");
            }
        });
        if (departments.size() > MOST_DEPARTMENTS) {
            throw new IllegalArgumentException("there are at most " + MOST_DEPARTMENTS + " departments");
        }
        for (int d = 0; d < departments.size(); d++) {
            List<Rule> rules = departments.get(d).rules();
            for (int r = 0; r < rules.size(); r++) {
                compile(new Match(departments.get(d), d, rules.get(r), r));
            }
        }
    }

    private void compile(Match match) {
        try {
            machine.addRule(match, match.rule().pattern().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The departments, in their configured order. */
    public List<Department> departments() {
        return departments;
    }

    /** The rules that match an event, in their configured order. */
    public List<Match> match(JsonNode event) {
        return machine.rulesForJSONEvent(event).stream().sorted(IN_ORDER).toList();
    }

    /** A rule that matched, with its department and both places in the configuration. */
    public record Match(Department department, int departmentIndex, Rule rule, int ruleIndex) {}
}
