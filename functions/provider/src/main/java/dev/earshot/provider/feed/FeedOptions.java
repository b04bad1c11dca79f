package dev.earshot.provider.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/**
 * Which feed a source reads, and how often.
 *
 * @param url a web address; empty when the source has none
 * @param every {@code PT5M} to {@code P1D}
 */
public record FeedOptions(String url, Duration every) {

    static final String URL = "url";
    static final String EVERY = "every";

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** What a source's options say; where they are wrong, what is usual. */
    public static FeedOptions of(Source source) {
        JsonNode every = source.options().path(EVERY);
        boolean given = !every.isMissingNode() && everyFault(every).isEmpty();
        return new FeedOptions(source.options().path(URL).asText(), given ? Duration.parse(every.textValue()) : USUAL);
    }

    static Optional<String> urlFault(JsonNode option) {
        return option.isTextual() && Mention.isWebAddress(option.textValue())
                ? Optional.empty()
                : Optional.of("is the http or https address of a feed");
    }

    static Optional<String> everyFault(JsonNode option) {
        try {
            Duration every = Duration.parse(option.isTextual() ? option.textValue() : "");
            if (every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0) {
                return Optional.empty();
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        return Optional.of("is a duration from PT5M to P1D, such as PT15M");
    }
}
