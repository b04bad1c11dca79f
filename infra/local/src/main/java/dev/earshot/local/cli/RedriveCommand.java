package dev.earshot.local.cli;

import dev.earshot.emulators.Sdk;
import dev.earshot.local.redrive.DeadLetter;
import dev.earshot.local.redrive.DeadLetterQueue;
import dev.earshot.local.redrive.DeadLetterQueues;
import dev.earshot.local.redrive.Moved;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends dead letters back to the queue that they came from, once their reasons have been shown. */
@Command(
        name = "redrive",
        description = {
            "Shows why messages are dead letters, then sends them back to their queue.",
            "On a terminal it asks first; elsewhere, or with --yes, it does not. In AWS it uses your own credentials."
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {

    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    @Parameters(paramLabel = "QUEUE", description = "A queue or its stage's word: mentions, analyzed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String queue;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @ArgGroup(exclusive = true)
    private CloudOrStack where = new CloudOrStack();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String stack = where.stack().orElse(CloudOrStack.LOCAL_STACK);
        try (SqsClient sqs = client()) {
            DeadLetterQueues queues = new DeadLetterQueues(sqs, stack);
            return redrive(find(queues));
        }
    }

    private SqsClient client() throws IOException, InterruptedException {
        return where.stack().isPresent()
                ? SqsClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()
                : Sdk.client(SqsClient.builder(), where.cloud().service("sqs"));
    }

    private DeadLetterQueue find(DeadLetterQueues queues) {
        if (!QUEUE.matcher(queue).matches()) {
            throw new RefusedException("a queue is named with A-Z, a-z, 0-9, _ and -, at most 80");
        }
        return queues.find(queue)
                .orElseThrow(() -> new RefusedException("there is no queue '" + queue
                        + "' with dead letters; there are " + String.join(", ", queues.stages())));
    }

    private int redrive(DeadLetterQueue letters) {
        say("Looking at " + letters.name() + " ...");
        List<DeadLetter> found = letters.look();
        if (found.isEmpty()) {
            say(letters.name() + " holds no dead letters.");
            return 0;
        }
        say(letters.name() + " holds " + found.size() + (found.size() == 1 ? " dead letter:" : " dead letters:"));
        DeadLetterReport.of(found).forEach(this::say);
        String question =
                "Send " + (found.size() == 1 ? "it" : "all " + found.size()) + " back to " + letters.sourceName() + "?";
        if (!Confirmation.given(yes, Confirmation.terminal(), question)) {
            say("Nothing was moved.");
            return 0;
        }
        Moved moved = letters.move(found.stream().map(DeadLetter::messageId).collect(Collectors.toSet()));
        return report(moved, found.size(), letters);
    }

    private int report(Moved moved, int of, DeadLetterQueue letters) {
        say("Moved " + moved.moved() + " of " + of + " back to " + letters.sourceName() + ".");
        if (moved.arrived() > 0) {
            say(moved.arrived() + " more became dead letters since; they stay. Look again to see why.");
        }
        if (moved.doubled() > 0) {
            say(moved.doubled() + " of them could not be deleted here and are in both queues, which does no harm.");
        }
        if (moved.fault() != null) {
            throw new FailedException("SQS: " + moved.fault() + "; " + moved.missed() + " are dead letters still");
        }
        if (moved.missed() > 0) {
            throw new FailedException(moved.missed() + " were not moved: SQS refused them, or somebody else has them");
        }
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
