package dev.earshot.inbox.page;

import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.routing.Rule;
import dev.earshot.core.routing.RuleAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department as its page shows it.
 *
 * @param within the response target; empty for none
 * @param editable whether the reader may change it
 * @param attempt the last change, when it was not made
 */
record DepartmentCard(
        String id,
        String name,
        String liaison,
        String description,
        Optional<Within> within,
        String guidance,
        List<RuleRow> rules,
        List<String> examples,
        boolean editable,
        Optional<Change> attempt) {

    /** A duration in its largest whole unit. */
    record Within(long number, String unit) {

        static final List<String> UNITS = List.of("minutes", "hours", "days");

        static Within of(Duration duration) {
            if (duration.toMinutes() % 1440 == 0) {
                return new Within(duration.toDays(), "days");
            }
            return duration.toMinutes() % 60 == 0
                    ? new Within(duration.toHours(), "hours")
                    : new Within(Math.max(1, duration.toMinutes()), "minutes");
        }

        public String shown() {
            return number + " " + (number == 1 ? unit.substring(0, unit.length() - 1) : unit);
        }
    }

    /**
     * A rule, in words and as it is written.
     *
     * @param does what a match does, for people
     */
    record RuleRow(String name, String pattern, String does, String action, String priority) {

        static final RuleRow NEW = new RuleRow("", "", "", RuleAction.ASSIGN.word(), "");

        static RuleRow of(Rule rule) {
            String priority = rule.priority() == null ? "" : rule.priority().name();
            return new RuleRow(
                    rule.name(),
                    rule.pattern().toPrettyString(),
                    does(rule.action(), priority),
                    rule.action().word(),
                    priority);
        }

        private static String does(RuleAction action, String priority) {
            String at = priority.isEmpty() ? "" : ", priority " + priority.toLowerCase(Locale.ROOT) + " at least";
            return switch (action) {
                case ASSIGN -> "it concerns the department" + at;
                case EXCLUDE -> "it does not concern the department";
                case NOISE -> "it concerns nobody";
                case PRIORITISE -> "its case has" + at.substring(1);
            };
        }

        public List<CaseFilterForm.Option> actions() {
            return Arrays.stream(RuleAction.values())
                    .map(one -> new CaseFilterForm.Option(one.word(), one.word(), one.word().equals(action)))
                    .toList();
        }

        public List<CaseFilterForm.Option> priorities() {
            return Arrays.stream(Priority.values())
                    .map(one -> new CaseFilterForm.Option(one.name(), Shown.word(one), one.name().equals(priority)))
                    .toList();
        }
    }

    /**
     * A change that was not made.
     *
     * @param was the rule that it was about; empty for a new one
     * @param rule what was written; null when it was not about a rule
     * @param example what was written; empty when it was not about an example
     */
    record Change(String was, @Nullable RuleRow rule, String example, String message) {}

    static DepartmentCard of(Department one, boolean editable, Optional<Change> attempt) {
        return new DepartmentCard(
                one.id(),
                one.name(),
                one.liaison() == null ? "" : one.liaison(),
                one.description(),
                Optional.ofNullable(one.respondWithin()).map(Within::of),
                one.guidance() == null ? "" : one.guidance(),
                one.rules().stream().map(RuleRow::of).toList(),
                one.examples(),
                editable,
                attempt);
    }

    public List<CaseFilterForm.Option> units() {
        String chosen = within.map(Within::unit).orElse("hours");
        return Within.UNITS.stream()
                .map(unit -> new CaseFilterForm.Option(unit, unit, unit.equals(chosen)))
                .toList();
    }

    /** The rules as the forms have them: what somebody wrote in vain stands in the place of what there is. */
    public List<RuleForm> forms() {
        return rules.stream().map(rule -> form(rule.name(), rule)).toList();
    }

    /** The form for a new rule. */
    public RuleForm fresh() {
        return form("", RuleRow.NEW);
    }

    /**
     * The form of a rule.
     *
     * @param was its name; empty for a new one
     * @param wrong why it was not taken; empty when it was not sent
     */
    record RuleForm(String was, RuleRow rule, RuleRow now, String wrong) {}

    private RuleForm form(String was, RuleRow rule) {
        return attempt.filter(change -> change.rule() != null && change.was().equals(was))
                .map(change -> new RuleForm(was, rule, change.rule() == null ? rule : change.rule(), change.message()))
                .orElse(new RuleForm(was, rule, rule, ""));
    }

    /** What somebody wrote as an example in vain. */
    public String example() {
        return attempt.map(Change::example).orElse("");
    }

    /** Why the last change was not made. */
    public Optional<String> message() {
        return attempt.map(Change::message);
    }
}
