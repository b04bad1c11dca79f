package dev.earshot.local.cli;

import dev.earshot.core.configuration.Source;
import dev.earshot.local.bench.Latencies;
import dev.earshot.local.bench.Machine;
import dev.earshot.local.bench.OpenLoop;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon webhooks are acknowledged. */
@Command(
        name = "ingest",
        description = {
            "Sends signed webhooks at fixed rates and prints how long their acknowledgements took.",
            "Times count from when each was due. Everything is warmed up first, and queues are empty before each rate.",
            "It needs a source of the provider standard-webhooks."
        },
        mixinStandardHelpOptions = true)
final class BenchIngestCommand implements Callable<Integer> {

    private static final int MOST_PER_SECOND = 2_000;
    private static final int LONGEST_SECONDS = 240;
    private static final int WARM_UP_SECONDS = 10;
    private static final int DRAIN_SECONDS = 300;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "50,100,200",
            paramLabel = "N,N",
            description = "Webhooks per second, 1 to 2,000 each (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private List<Integer> rates;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "How long each rate is held, 1 to 240 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new RefusedException("--seconds is a number from 1 to 240: signatures age");
        }
        if (rates.stream().anyMatch(rate -> rate < 1 || rate > MOST_PER_SECOND)) {
            throw new RefusedException("--rates are numbers from 1 to 2000");
        }
        RunningCloud cloud = port.cloud();
        BenchDeliveries deliveries = new BenchDeliveries(cloud.address(), source(cloud), Clock.systemUTC());
        Machine.facts().forEach(this::say);
        OpenLoop load = new OpenLoop(System::nanoTime);
        int warmUp = rates.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int failed =
                load.run(deliveries.calls(warmUp * WARM_UP_SECONDS), warmUp).errors();
        for (int rate : rates) {
            awaitEmptyQueues();
            Latencies latencies = load.run(deliveries.calls(rate * seconds), rate);
            latencies.lines("rate-" + rate).forEach(this::say);
            failed += latencies.errors();
        }
        say("ingest-processes: " + port.cloud().processes("ingest"));
        return failed == 0 ? 0 : 1;
    }

    private static Source source(RunningCloud cloud) throws IOException {
        return CloudSources.of(cloud).values().stream()
                .filter(source -> source.provider().equals("standard-webhooks")
                        && !source.secrets().isEmpty())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "the local cloud has no source of the provider standard-webhooks with a secret"));
    }

    /** What was sent before is worked on behind the acknowledgement, by the same processors. */
    private void awaitEmptyQueues() throws IOException, InterruptedException {
        for (int second = 0; second < DRAIN_SECONDS; second++) {
            if (port.cloud().waiting() == 0) {
                return;
            }
            Thread.sleep(1_000);
        }
        throw new FailedException("the queues are not empty after " + DRAIN_SECONDS + " s");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
