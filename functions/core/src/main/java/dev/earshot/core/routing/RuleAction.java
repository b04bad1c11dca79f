package dev.earshot.core.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a matching rule does. */
public enum RuleAction {
    /** The mention concerns the department. */
    ASSIGN,
    /** The mention does not concern the department, whatever else matches. */
    EXCLUDE,
    /** The mention concerns nobody. */
    NOISE,
    /** If the mention concerns the department, its case has at least the rule's priority. */
    PRIORITISE;

    /** The action as configuration names it, in lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    @JsonCreator
    public static RuleAction of(String word) {
        for (RuleAction action : values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("an action is assign, exclude, noise or prioritise");
    }
}
