package dev.earshot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a source may say of its provider: what its secrets look like, which options it knows beside those of
 * {@link Listening}, which every provider has. A rule answers with what is wrong, such as "is not a list", or with
 * nothing; it never repeats a secret.
 *
 * @param secret the rule of each secret
 * @param options the rule of each option by its name
 * @param required the options that must be there
 */
public record SourceRules(
        Function<String, Optional<String>> secret,
        Map<String, Function<JsonNode, Optional<String>>> options,
        Set<String> required) {

    public SourceRules {
        Map<String, Function<JsonNode, Optional<String>>> all = new HashMap<>(Listening.RULES);
        all.putAll(options);
        options = Map.copyOf(all);
        required = Set.copyOf(required);
    }

    /** Any secret, and no options of its own. */
    public static SourceRules any() {
        return new SourceRules(secret -> Optional.empty(), Map.of(), Set.of());
    }

    /** The same with a rule for every secret. */
    public SourceRules secret(Function<String, Optional<String>> rule) {
        return new SourceRules(rule, options, required);
    }

    /** The same with one option more. */
    public SourceRules option(String name, Function<JsonNode, Optional<String>> rule) {
        Map<String, Function<JsonNode, Optional<String>>> more = new HashMap<>(options);
        more.put(name, rule);
        return new SourceRules(secret, more, required);
    }

    /** The same with one option more, without which a source is useless. */
    public SourceRules required(String name, Function<JsonNode, Optional<String>> rule) {
        Set<String> more = new HashSet<>(required);
        more.add(name);
        return new SourceRules(secret, option(name, rule).options(), more);
    }

    /** What makes a source useless as it is configured. No secrets, and empty ones, are allowed: they prove nothing. */
    Optional<Fault> check(Source source) {
        return secrets(source).or(() -> options(source)).or(() -> missing(source));
    }

    private Optional<Fault> secrets(Source source) {
        for (int i = 0; i < source.secrets().size(); i++) {
            String given = source.secrets().get(i);
            Optional<String> wrong = given.isBlank() ? Optional.empty() : secret.apply(given);
            if (wrong.isPresent()) {
                String what = "secret " + (i + 1) + " of source '" + source.name() + "' " + wrong.get();
                return Optional.of(new Fault("/secrets/" + i, what));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> options(Source source) {
        for (Map.Entry<String, JsonNode> option : source.options().properties()) {
            Optional<String> wrong = options.getOrDefault(
                            option.getKey(), value -> Optional.of(unknownOption(source.provider())))
                    .apply(option.getValue());
            if (wrong.isPresent()) {
                String what = "option '" + option.getKey() + "' of source '" + source.name() + "' " + wrong.get();
                return Optional.of(new Fault(pointer(option.getKey()), what));
            }
        }
        return Optional.empty();
    }

    /** Of an option, whatever signs its name has. */
    private static String pointer(String option) {
        return "/options/" + option.replace("~", "~0").replace("/", "~1");
    }

    private Optional<Fault> missing(Source source) {
        return required.stream()
                .sorted()
                .filter(option -> !source.options().has(option))
                .findFirst()
                .map(option -> new Fault("", "source '" + source.name() + "' needs the option '" + option + "'"));
    }

    private String unknownOption(String provider) {
        return "is none of " + provider + "; there are "
                + options.keySet().stream().sorted().toList();
    }

    /**
     * What is wrong with a source.
     *
     * @param pointer where in the source, as a JSON pointer; empty for all of it
     * @param what for people; without secrets
     */
    public record Fault(String pointer, String what) {}
}
