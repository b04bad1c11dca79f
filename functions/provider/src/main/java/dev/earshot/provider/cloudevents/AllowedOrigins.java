package dev.earshot.provider.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which senders of CloudEvents may deliver: the option {@code allowedOrigins}, a list of names such as
 * {@code eventemitter.example.com}, or {@code "*"} for all. Nothing is allowed that is not named.
 *
 * @param names in lower case
 */
public record AllowedOrigins(Set<String> names) {

    /** The option's name. */
    public static final String OPTION = "allowedOrigins";

    private static final String ALL = "*";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final int MOST = 100;

    public AllowedOrigins {
        names = Set.copyOf(names);
    }

    /** Those that a source's options allow; names that are none allow nothing. */
    public static AllowedOrigins of(JsonNode options) {
        JsonNode option = options.path(OPTION);
        Set<String> names = new HashSet<>();
        if (option.isTextual()) {
            names.add(option.textValue().equals(ALL) ? ALL : "");
        }
        option.forEach(name -> names.add(name.asText().toLowerCase(Locale.ROOT)));
        return new AllowedOrigins(names);
    }

    /** Whether every sender may. */
    public boolean all() {
        return names.contains(ALL);
    }

    /** Whether the sender of this name may. */
    public boolean allows(String origin) {
        return NAME.matcher(origin).matches() && (all() || names.contains(origin.toLowerCase(Locale.ROOT)));
    }

    /** What is wrong with the option's value; empty when nothing is. */
    public static Optional<String> fault(JsonNode option) {
        boolean list = option.isArray() && option.size() <= MOST;
        for (JsonNode name : option) {
            list &= name.isTextual()
                    && (name.textValue().equals(ALL)
                            || NAME.matcher(name.textValue()).matches());
        }
        return list || (option.isTextual() && option.textValue().equals(ALL))
                ? Optional.empty()
                : Optional.of("is a list of at most 100 names such as eventemitter.example.com, or \"*\"");
    }
}
