package dev.earshot.provider;

import dev.earshot.core.configuration.InvalidConfigurationException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.configuration.YamlDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sources as a YAML file, {@code sources: [...]}; in AWS each one is a parameter with the same object as JSON. */
public final class SourcesFile {

    private static final String EXAMPLE = "{name: our-repo, provider: github, secrets: [a-long-random-text]}";

    private SourcesFile() {}

    /**
     * Reads the sources; each must be one that its provider can use.
     *
     * @param file its name, for errors
     * @throws InvalidConfigurationException {@code FILE:LINE: what is wrong}
     */
    public static List<Source> read(String file, String yaml) {
        YamlDocument document = new YamlDocument(file, yaml);
        List<YamlDocument.Located<Source>> sources = document.list("sources", Source.class, EXAMPLE);
        Set<String> names = new HashSet<>();
        for (YamlDocument.Located<Source> source : sources) {
            if (!names.add(source.value().name())) {
                throw document.fault(
                        source.line(), "a source '" + source.value().name() + "' is here already");
            }
            Providers.check(source.value()).ifPresent(fault -> {
                throw document.fault(source.line(fault.pointer()), fault.what());
            });
        }
        return sources.stream().map(YamlDocument.Located::value).toList();
    }
}
