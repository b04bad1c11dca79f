package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.local.trace.TraceIds;
import dev.earshot.local.trace.TraceLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what became of one mention, hop by hop. */
@Command(
        name = "trace",
        description = {
            "Shows what became of one mention: every hop with its time and the milliseconds since the first.",
            "With --stack it prints the command by which the AWS CLI finds the same in the stack's logs."
        },
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "A mention's id (m_...) or a case's (c_...).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String id;

    @ArgGroup(exclusive = true)
    private CloudOrStack where = new CloudOrStack();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        MentionId mention = TraceIds.mentionOf(id)
                .orElseThrow(() -> new RefusedException(
                        "an id is m_ and 26 characters of a-z and 2-7, or c_, the same" + " 26, _ and a department"));
        if (where.stack().isPresent()) {
            LogsQuery.forMention(mention, where.stack().get()).forEach(this::say);
            return 0;
        }
        RunningCloud cloud = where.cloud();
        HttpResponse<String> answer = cloud.get(cloud.address().resolve("/_local/trace/" + id));
        if (answer.statusCode() != 200) {
            throw new FailedException("nothing is known of " + id + ": the local cloud remembers what came since it"
                    + " started, the latest " + TraceLog.MOST
                    + " hops; ./earshot send prints the ids of what it sends");
        }
        print(answer.body());
        return 0;
    }

    private void print(String trace) throws JsonProcessingException {
        JsonNode json = EarshotJson.mapper().readTree(trace);
        JsonNode hops = json.path("hops");
        Instant first = Instant.parse(hops.path(0).path("at").asText());
        say(json.path("mentionId").asText());
        for (JsonNode hop : hops) {
            String at = hop.path("at").asText();
            long since = Duration.between(first, Instant.parse(at)).toMillis();
            say("%s %9s  %-16s  %-13s  %s"
                    .formatted(at, "+" + since + " ms", shown(hop, "where"), shown(hop, "hop"), shown(hop, "detail")));
        }
    }

    private static String shown(JsonNode hop, String field) {
        return Printable.line(hop.path(field).asText());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line.stripTrailing());
        spec.commandLine().getOut().flush();
    }
}
