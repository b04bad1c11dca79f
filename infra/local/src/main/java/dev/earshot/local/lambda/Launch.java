package dev.earshot.local.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a function's process is started: the command, folder and variables that Lambda would give it.
 *
 * @param spec the function
 * @param artifact its unpacked code
 * @param library the runtime interface client's native library; native executables have their own client
 * @param temporary the process's {@code /tmp}
 * @param yields whether others go first when all want the processors
 */
record Launch(
        FunctionSpec spec, Artifact artifact, @Nullable Path library, Path temporary, boolean yields) {

    private static final Path NICE = Path.of("/usr/bin/nice");

    /** The share of the memory that Lambda's Java runtimes give to the heap. */
    private static final double HEAP_SHARE = 0.85;

    /** From this Java on the client's native library brings five lines of warnings into every function's output. */
    private static final int WARNS_OF_NATIVE_ACCESS = 22;

    /** Unpacks the function into its folder. */
    static Launch prepare(FunctionSpec spec, WorkFolder folder, boolean yields) throws IOException {
        Artifact artifact = Artifact.unpack(spec.zip(), folder.inside("task"));
        Path library = artifact.isNative() ? null : RuntimeClient.unpackLibrary(folder.path());
        return new Launch(spec, artifact, library, folder.inside("tmp"), yields);
    }

    /** What starts a process that asks the Runtime API at this port of 127.0.0.1 for its work. */
    ProcessBuilder process(int apiPort) {
        List<String> command = new ArrayList<>(artifact.isNative() ? bootstrap() : java());
        if (yields && Files.isExecutable(NICE)) {
            command.addAll(0, List.of(NICE.toString(), "-n", "5"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(artifact.taskRoot().toFile());
        builder.redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(overridable());
        environment.putAll(spec.environment());
        environment.putAll(reserved(apiPort));
        return builder;
    }

    private List<String> bootstrap() {
        return List.of(artifact.bootstrap().toString(), spec.handler());
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-Xmx" + (long) (spec.memoryMb() * HEAP_SHARE) + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        // JBoss Threads clears thread locals by reflection, and says so when it may not.
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-D" + RuntimeClient.LIBRARY_PROPERTY + "=" + library);
        command.addAll(List.of("-cp", RuntimeClient.classPath(), RuntimeClient.MAIN_CLASS, spec.handler()));
        return command;
    }

    private Map<String, String> overridable() {
        return Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin",
                "LANG", "en_US.UTF-8",
                "HOME", temporary.toString(),
                "TMPDIR", temporary.toString(),
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_SESSION_TOKEN", "local");
    }

    private String executionEnvironment() {
        return "AWS_Lambda_"
                + (artifact.isNative() ? "provided" : "java" + Runtime.version().feature());
    }

    private Map<String, String> reserved(int apiPort) {
        String home = System.getProperty("java.home");
        return Map.ofEntries(
                Map.entry("TZ", ":UTC"),
                Map.entry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + apiPort),
                Map.entry("_HANDLER", spec.handler()),
                Map.entry("LAMBDA_TASK_ROOT", artifact.taskRoot().toString()),
                Map.entry("LAMBDA_RUNTIME_DIR", artifact.isNative() ? "/var/runtime" : home),
                Map.entry("AWS_EXECUTION_ENV", executionEnvironment()),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", spec.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb())),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local/[$LATEST]" + UUID.randomUUID()),
                Map.entry("AWS_REGION", spec.region()),
                Map.entry("AWS_DEFAULT_REGION", spec.region()));
    }
}
