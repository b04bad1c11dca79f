package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.InvalidConfigurationException;
import dev.earshot.local.cloud.CloudException;
import dev.earshot.local.cloud.EndpointException;
import dev.earshot.local.stack.StackException;
import dev.earshot.local.template.TemplateException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import software.amazon.awssdk.core.exception.SdkException;

/** The entry of the command line. Refusals are one line and exit code 2; what fails on the way is one line and 1. */
@Command(
        name = "earshot",
        description = "Listens to what people say about a company, for the whole company.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Earshot 0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            SendCommand.class,
            SubscribeCommand.class,
            TokenCommand.class,
            DepartmentsCommand.class,
            RedriveCommand.class,
            TraceCommand.class,
            SourceCommand.class,
            BenchCommand.class,
            EvaluateCommand.class
        })
public final class Earshot implements Runnable {

    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        // Whatever the locale: an exported file has people's words in it.
        PrintWriter out = new PrintWriter(System.out, true, UTF_8);
        System.exit(commandLine().setOut(out).execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Earshot())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Earshot::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; --help lists them");
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof RefusedException
                || e instanceof InvalidConfigurationException
                || e instanceof TemplateException
                || e instanceof EndpointException) {
            return say(command, String.valueOf(e.getMessage()), REFUSED);
        } else if (e instanceof FailedException
                || e instanceof CloudException
                || e instanceof StackException
                || e instanceof SdkException) {
            return say(command, String.valueOf(e.getMessage()), FAILED);
        }
        return say(command, "unexpected: " + e, FAILED);
    }

    private static int say(CommandLine command, String message, int code) {
        command.getErr().println("earshot: " + message.lines().findFirst().orElse(""));
        command.getErr().flush();
        return code;
    }
}
