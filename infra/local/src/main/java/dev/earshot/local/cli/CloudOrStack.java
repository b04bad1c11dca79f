package dev.earshot.local.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Earshot is meant: the running local cloud, or a stack in AWS. */
final class CloudOrStack {

    /** The name under which the local cloud runs the template. */
    static final String LOCAL_STACK = "earshot";

    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final int DEFAULT_PORT = 8080;

    @Option(names = "--port", description = "The local cloud's port (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--stack", paramLabel = "NAME", description = "A stack in AWS instead of the local cloud.")
    private @Nullable String stack;

    /** The stack's name, if one was given; a refusal when it cannot be one. */
    Optional<String> stack() {
        if (stack != null && !STACK.matcher(stack).matches()) {
            throw new RefusedException("--stack needs the name of a CloudFormation stack");
        }
        return Optional.ofNullable(stack);
    }

    /** The local cloud; a failure that says how to start one when there is none. */
    RunningCloud cloud() throws IOException, InterruptedException {
        int at = port == null ? DEFAULT_PORT : port;
        if (at < 1 || at > 65_535) {
            throw new RefusedException("--port is a number from 1 to 65535");
        }
        return RunningCloud.at(at);
    }
}
