package dev.earshot.core.configuration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One configured origin of mentions.
 *
 * @param name the name in its URL, {@code [a-z0-9-]{1,64}}
 * @param provider how it is verified and parsed
 * @param secrets what proves the sender; two while one replaces the other, at most 5; empty refuses everything
 * @param options what the provider lets one choose; an object
 */
public record Source(String name, String provider, List<String> secrets, JsonNode options) {

    /** The source of what employees report, which no hook may be named. */
    public static final String EMPLOYEES = "employees";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MOST_SECRETS = 5;
    private static final int MOST_DAYS = 36_500;

    public Source {
        requireNonNull(name, "'name' is missing");
        requireNonNull(provider, "'provider' is missing");
        if (!isName(name)) {
            throw new IllegalArgumentException("a source is named with a-z, 0-9 and -, at most 64");
        }
        if (name.equals(EMPLOYEES)) {
            throw new IllegalArgumentException(
                    "'employees' is the source of what employees report; choose another name");
        }
        if (provider.isBlank() || provider.length() > 64) {
            throw new IllegalArgumentException("source '" + name + "' needs a provider");
        }
        if (secrets != null && secrets.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a secret of source '" + name + "' is null; put it in quotes");
        }
        secrets = orEmpty(secrets);
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("source '" + name + "' has more than 5 secrets");
        }
        options = orEmpty(options);
        if (!options.isObject()) {
            throw new IllegalArgumentException("the options of source '" + name + "' are an object");
        }
    }

    /** Whether a word from a URL can be a source's name at all. */
    public static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    /** How many days what it hears is kept, 1 to 36,500; null when that is not said, or makes no sense. */
    public @Nullable Integer retentionDays() {
        JsonNode days = options.path("retentionDays");
        boolean sane = days.canConvertToInt()
                && days.isIntegralNumber()
                && days.intValue() >= 1
                && days.intValue() <= MOST_DAYS;
        return sane ? days.intValue() : null;
    }

    /** Names and numbers, never the secrets: this may be logged. */
    @Override
    public String toString() {
        return "Source[" + name + ", " + provider + ", " + secrets.size() + " secrets]";
    }

    private static List<String> orEmpty(@Nullable List<String> secrets) {
        return secrets == null ? List.of() : List.copyOf(secrets);
    }

    private static JsonNode orEmpty(@Nullable JsonNode options) {
        return options == null || options.isNull() ? JsonNodeFactory.instance.objectNode() : options;
    }
}
