package dev.earshot.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What can be measured; each thing is a command of its own. */
@Command(
        name = "bench",
        description = "Measures the running local cloud.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {BenchIngestCommand.class, BenchInboxCommand.class})
final class BenchCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; --help lists them");
    }
}
