package dev.earshot.analyze.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.analyze.training.InvalidFileException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the packaged analyzer, as it is deployed, on a labelled file and prints lines {@code name: value}.
 *
 * <pre>sentiment FILE | routing FILE | intents TRAIN TEST SHOTS SEED</pre>
 *
 * <p>A file that is none is said in one line on standard error, exit code 2.
 */
public final class Evaluate {

    private static final int REFUSED = 2;

    private Evaluate() {}

    /** Runs one evaluation. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (TextEncoder encoder = TextEncoder.packaged()) {
            run(List.of(arguments), encoder).forEach(out::println);
        } catch (InvalidFileException e) {
            new PrintStream(System.err, true, UTF_8).println("earshot: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static List<String> run(List<String> arguments, TextEncoder encoder) {
        Path file = Path.of(arguments.get(1));
        return switch (arguments.get(0)) {
            case "sentiment" -> SentimentEvaluation.run(file, encoder, LocalModels.sentiment());
            case "routing" ->
                new RoutingEvaluation(encoder, LocalModels.departments()).run(file, LocalModels.sentiment());
            case "intents" ->
                new IntentEvaluation(encoder)
                        .run(
                                file,
                                Path.of(arguments.get(2)),
                                Integer.parseInt(arguments.get(3)),
                                Long.parseLong(arguments.get(4)));
            default -> throw new IllegalArgumentException(arguments.get(0));
        };
    }
}
