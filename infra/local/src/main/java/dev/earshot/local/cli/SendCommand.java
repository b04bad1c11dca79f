package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Sends sample events to the running local cloud as their platforms would. */
@Command(
        name = "send",
        description = "Sends a sample event, or all in a folder, to the running local cloud; signed as of now.",
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|DIR", description = "An HTTP API event (payload 2.0) as JSON, or a folder of them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path target;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<SampleEvent> events = files().stream().map(SampleEvent::read).toList();
        say("Sending " + events.size() + (events.size() == 1 ? " event ..." : " events ..."));
        RunningCloud cloud = port.cloud();
        Map<String, Source> sources = sources(cloud);
        boolean allTaken = true;
        for (SampleEvent event : events) {
            Source source = sources.get(event.source());
            if (source == null) {
                throw new RefusedException(event.file() + ": the local cloud has no source '" + event.source()
                        + "'; it has " + sources.keySet());
            }
            allTaken &= send(cloud, event, source);
        }
        return allTaken ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(target)) {
            return List.of(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            List<Path> json = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (json.isEmpty()) {
                throw new RefusedException(target + ": there is no .json file in this folder");
            }
            return json;
        }
    }

    private static Map<String, Source> sources(RunningCloud cloud) throws JsonProcessingException {
        Map<String, Source> sources = new HashMap<>();
        try (SsmClient ssm = cloud.client(SsmClient.builder(), "ssm")) {
            for (var page : ssm.getParametersByPathPaginator(
                    r -> r.path(cloud.sourcesPath()).withDecryption(true))) {
                for (var parameter : page.parameters()) {
                    Source source = EarshotJson.mapper().readValue(parameter.value(), Source.class);
                    sources.put(source.name(), source);
                }
            }
        }
        return sources;
    }

    private boolean send(RunningCloud cloud, SampleEvent event, Source source)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.address().resolve(event.path()))
                .method(event.method(), HttpRequest.BodyPublishers.ofByteArray(event.body()));
        Signatures.sign(event, source, Clock.systemUTC().instant()).forEach(request::setHeader);
        HttpResponse<String> answer = cloud.send(request);
        say(event.file() + " -> " + answer.statusCode() + " " + summary(answer.body()));
        return answer.statusCode() < 300;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static String summary(String body) {
        try {
            JsonNode json = EarshotJson.mapper().readTree(body);
            return json.has("accepted")
                    ? "accepted " + json.path("accepted") + ", ignored " + json.path("ignored") + " "
                            + json.path("mentionIds")
                    : json.path("detail").asText(body);
        } catch (JsonProcessingException e) {
            return body.lines().findFirst().orElse("");
        }
    }
}
