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
            "Times count from when each was due. Everything is warmed up first.",
            "The queues wait meanwhile: in AWS analyze and dispatch would not share ingest's processors.",
            "It needs a source of the provider standard-webhooks."
        },
        mixinStandardHelpOptions = true)
final class BenchIngestCommand implements Callable<Integer> {

    private static final int MOST_PER_SECOND = 2_000;
    private static final int LONGEST_SECONDS = 240;
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS_AFTERWARDS = 60;

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

    @Option(names = "--everything", description = "Let analyze and dispatch work beside it, on the same processors.")
    private boolean everything;

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
        int warmUp = rates.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int failed = run(load, deliveries, warmUp, WARM_UP_SECONDS).errors();
        for (int rate : rates) {
            Latencies latencies = run(load, deliveries, rate, seconds);
            latencies.lines("rate-" + rate).forEach(this::say);
            failed += latencies.errors();
        }
        cloud.restQueues(0);
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

    private Latencies run(OpenLoop load, BenchDeliveries deliveries, int rate, int time)
            throws IOException, InterruptedException {
        if (!everything) {
            port.cloud().restQueues(time + SECONDS_AFTERWARDS);
        }
        return load.run(deliveries.calls(rate * time), rate);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
