package dev.earshot.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a source may say of its provider: which providers there are, what their secrets look like, which options they
 * know. A rule answers with what is wrong, or with nothing; it never repeats a secret.
 *
 * @param name as in {@code provider: github}
 * @param secret the rule of each secret
 * @param options the rule of each option by its name
 */
public record ProviderRules(
        String name,
        Function<String, Optional<String>> secret,
        Map<String, Function<JsonNode, Optional<String>>> options) {

    /** What an Authorization header can carry. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,4096}");

    private static final List<ProviderRules> ALL = List.of(
            new ProviderRules(
                    "cloudevents", ProviderRules::token, Map.of(AllowedOrigins.OPTION, AllowedOrigins::fault)),
            new ProviderRules("github", secret -> Optional.empty(), Map.of()),
            new ProviderRules("standard-webhooks", ProviderRules::base64, Map.of()));

    public ProviderRules {
        options = Map.copyOf(options);
    }

    /** The names of all providers, in their order. */
    public static List<String> names() {
        return ALL.stream().map(ProviderRules::name).toList();
    }

    /** What makes a source useless as it is configured; empty when nothing does. No secrets, and empty ones, are allowed: they prove nothing. */
    public static Optional<Fault> check(Source source) {
        Optional<ProviderRules> rules = ALL.stream()
                .filter(known -> known.name.equals(source.provider()))
                .findFirst();
        if (rules.isEmpty()) {
            String what = "source '" + source.name() + "' has a provider that does not exist; there are " + names();
            return Optional.of(new Fault("/provider", what));
        }
        return rules.get().secrets(source).or(() -> rules.get().options(source));
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
            Optional<String> wrong = options.getOrDefault(option.getKey(), value -> Optional.of(unknownOption()))
                    .apply(option.getValue());
            if (wrong.isPresent()) {
                String what = "option '" + option.getKey() + "' of source '" + source.name() + "' " + wrong.get();
                return Optional.of(new Fault("/options/" + option.getKey(), what));
            }
        }
        return Optional.empty();
    }

    private String unknownOption() {
        return "is none of " + name + "; there are "
                + options.keySet().stream().sorted().toList();
    }

    private static Optional<String> token(String secret) {
        return TOKEN.matcher(secret).matches()
                ? Optional.empty()
                : Optional.of("is no bearer token: these are of ASCII letters, digits and signs, without spaces");
    }

    private static Optional<String> base64(String secret) {
        return StandardWebhooksSecret.key(secret).isPresent()
                ? Optional.empty()
                : Optional.of("is not whsec_ and a key in base64");
    }

    /**
     * What is wrong with a source.
     *
     * @param pointer where in the source, as a JSON pointer
     * @param what for people; without secrets
     */
    public record Fault(String pointer, String what) {}
}
