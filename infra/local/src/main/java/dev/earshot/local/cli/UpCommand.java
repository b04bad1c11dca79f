package dev.earshot.local.cli;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.local.cloud.CloudEndpoint;
import dev.earshot.local.cloud.CloudOptions;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.local.lambda.FunctionLine;
import dev.earshot.provider.SourcesFile;
import dev.earshot.provider.WeakSecrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the local cloud and keeps it running until Ctrl-C. */
@Command(
        name = "up",
        description =
                "Builds what is missing and starts everything on this machine, with nothing stored. Ctrl-C ends it."
                        + " With AWS_ENDPOINT_URL set, SQS, DynamoDB, SNS and SSM are those of LocalStack or Floci there.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int MOST_PROCESSES = 4;

    /** Set by the script: Java itself cannot tell in all its versions. */
    private static final String ON_A_TERMINAL = "earshot.terminal";

    private static final Set<String> ASK_COMPREHEND = Set.of("comprehend", "hybrid");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port on 127.0.0.1, 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--sources", paramLabel = "FILE", description = "Sources (default: infra/local/sources.yaml).")
    private @Nullable Path sources;

    @Option(
            names = "--departments",
            paramLabel = "FILE",
            description = "Departments (default: infra/departments.yaml).")
    private @Nullable Path departments;

    @Option(
            names = "--analyzer",
            paramLabel = "MODE",
            defaultValue = "local",
            description =
                    "What understands mentions: local, comprehend, which sends their words to AWS, or hybrid, which"
                            + " sends what is not English (default: ${DEFAULT-VALUE}).")
    private String analyzer = "local";

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "How the functions' log is shown (default: text on a terminal, else json).")
    private @Nullable Log log;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    private enum Log {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws Exception {
        long begun = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        CloudOptions options = options(out);
        options.sources().stream()
                .flatMap(source -> WeakSecrets.of(source).stream())
                .forEach(warning -> say(out, "Warning: " + warning));
        endChildrenWithUs();
        try (LocalCloud cloud = start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            say(
                    out,
                    "Ready after " + took.toSeconds() + " s. Sources: "
                            + String.join(
                                    ", ",
                                    options.sources().stream()
                                            .map(source -> source.name())
                                            .toList()));
            say(out, "The local cloud's own page is at " + cloud.address() + "/_local/");
            say(out, "Earshot is listening on " + cloud.address());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private LocalCloud start(CloudOptions options) throws IOException {
        try {
            return LocalCloud.start(options);
        } catch (BindException e) {
            throw new RefusedException(
                    "port " + port + " is taken; give another with --port, or stop what listens there");
        }
    }

    private CloudOptions options(PrintWriter out) {
        if (port < 0 || port > 65_535) {
            throw new RefusedException("--port is a number from 0 to 65535");
        }
        Path home = Home.folder();
        Path sourcesFile = sources == null ? home.resolve("infra/local/sources.yaml") : sources;
        Path departmentsFile = departments == null ? home.resolve("infra/departments.yaml") : departments;
        return new CloudOptions(
                home.resolve("template.yaml"),
                port,
                SourcesFile.read(sourcesFile.toString(), Home.read(sourcesFile)),
                DepartmentsFile.read(departmentsFile.toString(), Home.read(departmentsFile)),
                CloudEndpoint.in(System.getenv()),
                analyzer,
                ASK_COMPREHEND.contains(analyzer) ? ComprehendAccess.of(System.getenv()) : Map.of(),
                Set.of(),
                MOST_PROCESSES,
                step -> say(out, step + " ..."),
                line -> shown(line).ifPresent(text -> say(out, text)));
    }

    /** Whatever happens while we start: no function outlives us. */
    private static void endChildrenWithUs() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy), "stop-children"));
    }

    private Optional<String> shown(FunctionLine line) {
        Log chosen = log == null ? (Boolean.getBoolean(ON_A_TERMINAL) ? Log.TEXT : Log.JSON) : log;
        return chosen == Log.TEXT ? TerminalLog.readable(line) : TerminalLog.raw(line);
    }

    private static void say(PrintWriter out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
