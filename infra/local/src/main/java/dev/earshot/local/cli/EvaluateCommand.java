package dev.earshot.local.cli;

import dev.earshot.local.lambda.PackagedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Measures the local analyzer on labelled files; needs no running cloud. */
@Command(
        name = "evaluate",
        description = {
            "Measures the local analyzer, as it is packaged, on a file of labelled texts.",
            "Prints the confusion matrix and lines 'name: value', shares in percent."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Runnable {

    private static final String PROGRAM = "dev.earshot.analyze.evaluation.Evaluate";

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; --help lists them");
    }

    @Command(
            name = "sentiment",
            description = "How well sentiments are told: accuracy, macro-recall, macro-f1, calibration-error.",
            mixinStandardHelpOptions = true)
    int sentiment(
            @Parameters(paramLabel = "FILE", description = "Lines: 0 (negative), 1 (neutral), 2 (positive), TAB, text.")
                    Path file)
            throws IOException, InterruptedException {
        return evaluate(List.of("sentiment", readable(file)));
    }

    @Command(
            name = "routing",
            description = "How well the default departments fit: top-1, top-2, noise-precision, noise-recall, unsure.",
            mixinStandardHelpOptions = true)
    int routing(
            @Parameters(
                            paramLabel = "FILE",
                            description = "A table with the columns text, primary, also, sentiment and urgent.")
                    Path file)
            throws IOException, InterruptedException {
        return evaluate(List.of("routing", readable(file)));
    }

    @Command(
            name = "intents",
            description = "How well intents of one's own are learned from a few examples of each: top-1, top-2.",
            mixinStandardHelpOptions = true)
    int intents(
            @Parameters(paramLabel = "TRAIN", description = "Lines: intent, TAB, text.") Path train,
            @Parameters(paramLabel = "TEST", description = "The same.") Path test,
            @Option(
                            names = "--shots",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many examples of each intent to learn from: ${DEFAULT-VALUE}.")
                    int shots,
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "By which the examples are drawn: ${DEFAULT-VALUE}.")
                    long seed)
            throws IOException, InterruptedException {
        if (shots < 1) {
            throw new RefusedException("--shots is at least 1");
        }
        return evaluate(
                List.of("intents", readable(train), readable(test), Integer.toString(shots), Long.toString(seed)));
    }

    private static String readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new RefusedException(file + ": there is no such file, or it cannot be read");
        }
        return file.toAbsolutePath().toString();
    }

    private static int evaluate(List<String> arguments) throws IOException, InterruptedException {
        return PackagedProgram.run(Home.folder().resolve("functions/analyze/target/function.zip"), PROGRAM, arguments);
    }
}
