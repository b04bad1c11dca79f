package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.FieldError;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The samples of one provider, and what it hears in them. */
public final class SampleSource {

    private final String name;
    private final Source source;

    private SampleSource(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** Heard by a source without options. */
    public static SampleSource of(String name) {
        return new SampleSource(name, Signed.source(name, "secret"));
    }

    /** Heard by a source with these options, as JSON. */
    public SampleSource with(String options) {
        try {
            JsonNode read = EarshotJson.mapper().readTree(options);
            Source configured = new Source(source.name(), name, source.secrets(), read);
            assertEquals(true, Providers.check(configured).isEmpty(), "these are no options");
            return new SampleSource(name, configured);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only mention of a sample. */
    public Mention mention(String file) {
        Heard.Mentions heard = mentions(file);
        assertEquals(0, heard.ignored());
        assertEquals(1, heard.mentions().size());
        return heard.mentions().get(0);
    }

    /** All mentions of a sample. */
    public Heard.Mentions mentions(String file) {
        return assertInstanceOf(Heard.Mentions.class, heard(file));
    }

    /** What a sample says. */
    public Heard heard(String file) {
        return parse(Signed.file(name + "/" + file + ".json"));
    }

    /** Where a body is not as documented, in order. */
    public List<String> wrong(String body) {
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, parse(body.getBytes(UTF_8)));
        return malformed.errors().stream()
                .map(FieldError::pointer)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a body says. */
    public Heard parse(byte[] body) {
        return Providers.named(name).orElseThrow().parse(Signed.hook(Map.of(), body), source, Signed.NOON);
    }
}
