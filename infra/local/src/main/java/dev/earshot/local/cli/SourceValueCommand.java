package dev.earshot.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a source's parameter holds. */
@Command(
        name = "value",
        description = "Prints the value of a source's SSM parameter, its secrets included: to be piped, not looked at.",
        mixinStandardHelpOptions = true)
final class SourceValueCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The source.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private SourceFile sources;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SourceFile.value(sources.named(name)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
