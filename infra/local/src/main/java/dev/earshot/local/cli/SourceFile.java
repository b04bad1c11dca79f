package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.SourcesFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names a file of sources, and what is read from it. */
final class SourceFile {

    /** The longest value of a standard parameter, in bytes; beyond it a parameter is an advanced one, which costs. */
    static final int STANDARD = 4 * 1024;

    /** Shells, terminals and the AWS CLI take other characters for what their locale says. */
    private static final ObjectWriter ASCII =
            EarshotJson.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

    private static final int ADVANCED = 8 * 1024;

    @Option(names = "--sources", required = true, paramLabel = "FILE", description = "The file, as up takes it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    Path path() {
        return file.toAbsolutePath().normalize();
    }

    List<Source> all() {
        return SourcesFile.read(file.toString(), Home.read(file));
    }

    Source named(String name) {
        List<Source> all = all();
        return all.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(file + ": there is no source '" + name + "'; there are "
                        + String.join(", ", all.stream().map(Source::name).toList())));
    }

    /** The parameter's value; a refusal when it is longer than SSM takes. */
    static String value(Source source) {
        try {
            String value = ASCII.writeValueAsString(source);
            if (value.getBytes(UTF_8).length > ADVANCED) {
                throw new RefusedException("source '" + source.name() + "' is longer than the 8 KB of a parameter");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
