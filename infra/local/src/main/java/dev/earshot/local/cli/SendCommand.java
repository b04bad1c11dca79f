package dev.earshot.local.cli;

import dev.earshot.core.configuration.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
        Map<String, Source> sources = CloudSources.of(cloud);
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

    private boolean send(RunningCloud cloud, SampleEvent event, Source source)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.address().resolve(event.path()))
                .method(event.method(), HttpRequest.BodyPublishers.ofByteArray(event.body()));
        Signatures.sign(event, source, Clock.systemUTC().instant()).forEach(request::setHeader);
        HttpResponse<String> answer = cloud.send(request);
        say(event.file() + " -> " + answer.statusCode() + " " + HookReply.summary(answer.body()));
        return answer.statusCode() < 300;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
