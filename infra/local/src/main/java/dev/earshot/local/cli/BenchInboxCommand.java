package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.local.bench.CaseCopies;
import dev.earshot.local.bench.Latencies;
import dev.earshot.local.bench.Machine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Measures how soon the first page of an inbox comes that has very many cases. */
@Command(
        name = "inbox",
        description = {
            "Copies one case many times, then asks for the first page of the department's cases, again and again.",
            "It needs a case to copy: send events before. The copies stay until the local cloud ends."
        },
        mixinStandardHelpOptions = true)
final class BenchInboxCommand implements Callable<Integer> {

    private static final int MOST_CASES = 1_000_000;
    private static final int SAID_EVERY = 10_000;
    private static final int WARM_UP = 50;
    private static final int REQUESTS = 200;

    @Option(
            names = "--cases",
            defaultValue = "100000",
            description = "How many copies, 1 to 1,000,000 (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (cases < 1 || cases > MOST_CASES) {
            throw new RefusedException("--cases is a number from 1 to 1,000,000");
        }
        RunningCloud cloud = port.cloud();
        Api api = cloud.api();
        JsonNode original = api.get("/api/cases?limit=1").json().at("/items/0");
        if (original.isMissingNode()) {
            throw new RefusedException("there is no case to copy; ./earshot send events/ingest makes some");
        }
        Machine.facts().forEach(this::say);
        try (DynamoDbClient dynamoDb = cloud.client(DynamoDbClient.builder(), "dynamodb")) {
            new CaseCopies(dynamoDb, cloud.table()).make(original.path("id").asText(), cases, this::copied);
        }
        String page =
                "/api/cases?limit=50&department=" + original.path("department").asText();
        measure(api, page, WARM_UP);
        Latencies latencies = measure(api, page, REQUESTS);
        latencies.lines("first-page").forEach(this::say);
        return latencies.errors() == 0 ? 0 : 1;
    }

    /** One after the other, as one person does. */
    private static Latencies measure(Api api, String page, int requests) throws InterruptedException {
        long[] nanos = new long[requests];
        int errors = 0;
        for (int i = 0; i < requests; i++) {
            long begin = System.nanoTime();
            errors += api.get(page).status() == 200 ? 0 : 1;
            nanos[i] = System.nanoTime() - begin;
        }
        return new Latencies(nanos, errors);
    }

    private void copied(int done) {
        if (done % SAID_EVERY == 0 || done == cases) {
            say("cases: " + done);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
