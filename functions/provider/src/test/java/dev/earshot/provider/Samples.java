package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.FieldError;
import java.util.List;
import java.util.Map;

/** What providers hear in sample payloads. */
public final class Samples {

    private Samples() {}

    /** A source with one secret and options in JSON. */
    public static Source source(String provider, String options) {
        try {
            return new Source(
                    "our-source",
                    provider,
                    List.of("secret"),
                    EarshotJson.mapper().readTree(options));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** What is heard in a payload. */
    public static Heard heard(Provider provider, Source source, Map<String, String> headers, byte[] body) {
        return provider.parse(Signed.hook(headers, body), source, Signed.NOON);
    }

    /** What is heard in a file of {@code PROVIDER/FILE.json}. */
    public static Heard heard(Provider provider, Map<String, String> headers, String file) {
        byte[] body = Signed.file(provider.name() + "/" + file + ".json");
        return heard(provider, Signed.source(provider.name(), "secret"), headers, body);
    }

    /** The one mention that was heard, and nothing else. */
    public static Mention one(Heard heard) {
        Heard.Mentions mentions = assertInstanceOf(Heard.Mentions.class, heard);
        assertEquals(List.of(), mentions.errors());
        assertEquals(0, mentions.ignored());
        assertEquals(1, mentions.mentions().size());
        return mentions.mentions().get(0);
    }

    /** The pointers of what is wrong, sorted. */
    public static List<String> pointers(Heard heard) {
        return assertInstanceOf(Heard.Malformed.class, heard).errors().stream()
                .map(FieldError::pointer)
                .distinct()
                .sorted()
                .toList();
    }
}
