package dev.earshot.local.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/** The option by which every command but {@code up} finds the running local cloud. */
final class CloudPort {

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The local cloud's port (default: ${DEFAULT-VALUE}).")
    private int port;

    /** The local cloud; a failure that says how to start one when there is none. */
    RunningCloud cloud() throws IOException, InterruptedException {
        if (port < 1 || port > 65_535) {
            throw new RefusedException("--port is a number from 1 to 65535");
        }
        return RunningCloud.at(port);
    }
}
