package dev.earshot.provider;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.Hook;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A delivery that tries the line.
 *
 * @param headers as the platform writes them
 * @param body the raw bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Trial(Map<String, String> headers, byte[] body) {

    /** What is said in it. */
    public static final String WORDS = Mention.TEST_WORDS;

    public Trial {
        headers = Map.copyOf(headers);
    }

    /** The first name in one of the source's lists, so that the delivery is about what it listens to. */
    public static String first(Source source, String option, String otherwise) {
        return source.options().path(option).path(0).asText(otherwise);
    }

    /** It as a hook of its source. */
    public Hook hook(Source source, boolean secretInPath) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        String secret =
                secretInPath && !source.secrets().isEmpty() ? source.secrets().get(0) : "";
        return new Hook("POST", source.name(), secret, lower, Map.of(), body);
    }
}
