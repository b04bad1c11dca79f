package dev.earshot.local.system;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.routing.Department;
import dev.earshot.local.cloud.CloudEndpoint;
import dev.earshot.local.cloud.CloudOptions;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.local.lambda.FunctionLine;
import dev.earshot.provider.SourcesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local cloud as tests start it: the repository's own template, artifacts, sources and departments. */
final class TestCloud {

    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    static final List<Source> SOURCES =
            SourcesFile.read("sources.yaml", text(HOME.resolve("infra/local/sources.yaml")));
    static final List<Department> DEPARTMENTS =
            DepartmentsFile.read("departments.yaml", text(HOME.resolve("infra/departments.yaml")));

    /** Template parameters without a default; nobody listens at the issuer's port. */
    static final Map<String, String> PARAMETERS = Map.of(
            "Issuer", "http://127.0.0.1:1",
            "ClientId", "earshot",
            "SessionKey", "a-session-key-of-at-least-32-characters");

    /** Their processes would cost every test seconds. */
    private static final Set<String> SELDOM_NEEDED = Set.of("Erase", "Learn", "Poll", "Try");

    private static final Set<String> ALL_BUT_INBOX =
            Set.of("Erase", "Learn", "Poll", "Try", "Ingest", "Analyze", "Dispatch");

    /** Enough for two at the same time; each takes seconds of all that runs beside it. */
    private static final int MOST_PROCESSES = 2;

    private static final Path OUTPUT = Path.of("target", "functions.log");

    private TestCloud() {}

    static LocalCloud start() throws IOException {
        return start(Optional.empty());
    }

    /** With our own emulators, or those of an endpoint. */
    static LocalCloud start(Optional<CloudEndpoint> endpoint) throws IOException {
        return start(SOURCES, endpoint);
    }

    /** With {@code inbox} alone until something else is needed. */
    static LocalCloud startWithInboxAlone() throws IOException {
        return start(SOURCES, Optional.empty(), ALL_BUT_INBOX);
    }

    /** With other sources. */
    static LocalCloud start(List<Source> sources, Optional<CloudEndpoint> endpoint) throws IOException {
        return start(sources, endpoint, SELDOM_NEEDED);
    }

    private static LocalCloud start(List<Source> sources, Optional<CloudEndpoint> endpoint, Set<String> onDemand)
            throws IOException {
        return LocalCloud.start(new CloudOptions(
                HOME.resolve("template.yaml"),
                0,
                sources,
                DEPARTMENTS,
                endpoint,
                "local",
                Map.of(),
                onDemand,
                MOST_PROCESSES,
                step -> {},
                TestCloud::keep));
    }

    /** What functions print is kept beside the reports, to look at when a test fails. */
    private static synchronized void keep(FunctionLine line) {
        try {
            String text = "[" + line.function() + "] " + line.line() + "\n";
            Files.writeString(OUTPUT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
