package dev.earshot.local.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a parameter's declaration demands of its value.
 *
 * @param allowed the only values; empty: any
 * @param reason the declaration's own words for a refusal
 */
record ParameterRules(
        List<String> allowed,
        Optional<Pattern> pattern,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        int minLength,
        int maxLength,
        Optional<String> reason,
        Position at) {

    /** CloudFormation's own limit for a value. */
    private static final int MAX_LENGTH = 4096;

    static ParameterRules of(Properties declaration, Position at) {
        return new ParameterRules(
                declaration.texts("AllowedValues"),
                declaration.text("AllowedPattern").map(text -> pattern(text, declaration.at("AllowedPattern"))),
                declaration.text("MinValue").map(text -> number(text, declaration.at("MinValue"))),
                declaration.text("MaxValue").map(text -> number(text, declaration.at("MaxValue"))),
                declaration.integer("MinLength", 0, MAX_LENGTH).orElse(0),
                declaration.integer("MaxLength", 0, MAX_LENGTH).orElse(MAX_LENGTH),
                declaration.text("ConstraintDescription"),
                at);
    }

    void check(String name, String value, boolean number) {
        demand(allowed.isEmpty() || allowed.contains(value), name, "one of " + allowed);
        demand(value.length() >= minLength, name, "at least " + minLength + " characters");
        demand(value.length() <= maxLength, name, "at most " + maxLength + " characters");
        pattern.ifPresent(wanted -> demand(wanted.matcher(value).matches(), name, "a text like " + wanted));
        if (number) {
            checkNumber(name, number(value, at));
        }
    }

    private void checkNumber(String name, BigDecimal value) {
        min.ifPresent(least -> demand(value.compareTo(least) >= 0, name, "at least " + least));
        max.ifPresent(most -> demand(value.compareTo(most) <= 0, name, "at most " + most));
    }

    /** The value is not shown: it may be a secret ({@code NoEcho}). */
    private void demand(boolean held, String name, String wanted) {
        if (!held) {
            throw at.error("parameter " + name + " wants " + wanted
                    + reason.map(text -> " (" + text + ")").orElse(""));
        }
    }

    private static BigDecimal number(String text, Position at) {
        // BigDecimal takes exponents that make later comparisons endless; no parameter needs one.
        if (!text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw at.error("a number is wanted here, give one");
        }
        return new BigDecimal(text);
    }

    private static Pattern pattern(String text, Position at) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw at.error("not a regular expression: " + e.getDescription());
        }
    }
}
