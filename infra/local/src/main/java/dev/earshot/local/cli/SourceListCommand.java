package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the sources are, by the API. */
@Command(
        name = "list",
        description =
                "Shows every source: its provider, when something was last heard of it, and what is wrong with it.",
        mixinStandardHelpOptions = true)
final class SourceListCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private ApiAccess access;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ApiAnswer answer = access.open().get("/api/sources");
        if (!answer.is(200)) {
            throw answer.failure();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "NAME",
                "PROVIDER",
                "LAST HEARD",
                "LAST POLL",
                "DELIVERED 24 H",
                "MENTIONS 24 H",
                "REFUSED 24 H",
                "TROUBLE"));
        for (JsonNode source : answer.json().path("items")) {
            rows.add(row(source));
        }
        if (rows.size() == 1) {
            rows.set(0, List.of("No sources are configured, or none that the token may see."));
        }
        Columns.of(rows).forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static List<String> row(JsonNode source) {
        return List.of(
                Printable.line(source.path("name").asText()),
                orDash(source.path("provider")),
                orDash(source.path("lastDeliveryAt")),
                orDash(source.at("/poll/lastPolledAt")),
                Long.toString(sum(source, "deliveries")),
                Long.toString(sum(source, "mentions")),
                Long.toString(sum(source, "refusals")),
                troubles(source));
    }

    private static long sum(JsonNode source, String count) {
        long sum = 0;
        for (JsonNode hour : source.path("hours")) {
            sum += hour.path(count).asLong();
        }
        return sum;
    }

    /** What the API says that somebody should look at, in one line. */
    private static String troubles(JsonNode source) {
        List<String> troubles = new ArrayList<>();
        for (JsonNode trouble : source.path("troubles")) {
            String what = trouble.path("what").asText();
            troubles.add(
                    trouble.path("at").isTextual()
                            ? what + " (" + trouble.path("at").asText() + ")"
                            : what);
        }
        return Printable.line(troubles.isEmpty() ? "-" : String.join("; ", troubles));
    }

    private static String orDash(JsonNode value) {
        return value.isTextual() ? Printable.line(value.asText()) : "-";
    }
}
