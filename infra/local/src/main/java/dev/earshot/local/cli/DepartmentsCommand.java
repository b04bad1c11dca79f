package dev.earshot.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What there is to do with departments; each thing is a command of its own. */
@Command(
        name = "departments",
        description = "Writes the departments of a running Earshot to a file, and changes them by one.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {DepartmentsExportCommand.class, DepartmentsImportCommand.class})
final class DepartmentsCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; --help lists them");
    }
}
