package dev.earshot.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints an access token of the running local cloud's own issuer, and nothing else, so that scripts can take it. */
@Command(
        name = "token",
        description = "Prints an access token for the running local cloud's API, good for an hour.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final List<String> BESIDES_DEPARTMENTS = List.of("listening", "council");

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "you",
            description = "Whose token (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String user;

    @Option(
            names = "--groups",
            paramLabel = "G,G",
            split = ",",
            defaultValue = "council",
            description = "Departments, listening or council, with commas between them (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private List<String> groups;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningCloud cloud = port.cloud();
        requireGroups(cloud);
        spec.commandLine().getOut().println(cloud.token(user, groups));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void requireGroups(RunningCloud cloud) {
        List<String> known = new ArrayList<>(cloud.departments());
        known.addAll(BESIDES_DEPARTMENTS);
        for (String group : groups) {
            if (!known.contains(group)) {
                throw new RefusedException("there is no group '" + group + "'; there are " + String.join(", ", known));
            }
        }
    }
}
