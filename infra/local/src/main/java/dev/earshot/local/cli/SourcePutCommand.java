package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Prints the commands that store sources in AWS. The value goes to the AWS CLI through a pipe: as an argument it would be
 * in the shell's history and in the list of processes.
 */
@Command(
        name = "put",
        description = {
            "Prints the command that stores a source, or each, as an SSM parameter in AWS; it runs nothing.",
            "The command shows no secret: the AWS CLI gets the value through a pipe."
        },
        mixinStandardHelpOptions = true)
final class SourcePutCommand implements Callable<Integer> {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.-]+)+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The source (default: every one of the file).")
    private @Nullable String name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private SourceFile sources;

    @Option(
            names = "--path",
            defaultValue = "/earshot/sources",
            description = "The stack's parameter SourcesPath (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String path;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (!PATH.matcher(path).matches()) {
            throw new RefusedException("--path is a path such as /earshot/sources");
        }
        List<Source> chosen = name == null ? sources.all() : List.of(sources.named(name));
        List<String> commands = chosen.stream().map(this::command).toList();
        commands.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String command(Source source) {
        boolean advanced = SourceFile.value(source).getBytes(UTF_8).length > SourceFile.STANDARD;
        return quoted(Home.folder().resolve("earshot").toString()) + " source value " + source.name() + " --sources "
                + quoted(sources.path().toString()) + " | aws ssm put-parameter --type SecureString --overwrite"
                + (advanced ? " --tier Advanced" : "") + " --name " + path + "/" + source.name()
                + " --value file:///dev/stdin";
    }

    /** One word for a POSIX shell, whatever is in it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
