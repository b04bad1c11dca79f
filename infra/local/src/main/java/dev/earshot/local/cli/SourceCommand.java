package dev.earshot.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What there is to do with sources; each thing is a command of its own. */
@Command(
        name = "source",
        description = "Shows how sources are, tries them, and hands those of a file to AWS.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            SourceListCommand.class,
            SourceTestCommand.class,
            SourcePutCommand.class,
            SourceValueCommand.class
        })
final class SourceCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; --help lists them");
    }
}
