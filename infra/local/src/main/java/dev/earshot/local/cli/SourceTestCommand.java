package dev.earshot.local.cli;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Providers;
import dev.earshot.provider.SourcesFile;
import dev.earshot.provider.WeakSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what to enter at a source's platform, and sends a delivery as the platform would. */
@Command(
        name = "test",
        description = {
            "Prints the URL and the settings to enter at the source's platform; no secrets.",
            "Then sends a test delivery there, signed as the platform signs, and prints the answer."
        },
        mixinStandardHelpOptions = true)
final class SourceTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The source.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String name;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The file that has the source (default: the running local cloud's sources).")
    private @Nullable Path file;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The HTTP API of an Earshot elsewhere, https://... (default: the running local cloud).")
    private @Nullable String url;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI base = url == null ? port.cloud().address() : ApiAccess.address(url);
        Source source = source();
        Providers.fault(source).ifPresent(what -> {
            throw new RefusedException(what);
        });
        Provider provider = Providers.named(source.provider()).orElseThrow();
        SourceHook hook = new SourceHook(base, source, provider);
        String where = file == null ? "the local cloud's file of sources" : file.toString();
        hook.setup(where).forEach(this::say);
        if (provider.polled()) {
            say("Nobody delivers to this source, it is polled: there is nothing to send.");
            return 0;
        }
        if (source.secrets().isEmpty()) {
            throw new RefusedException("the source has no secret, so whatever is delivered to it is refused: "
                    + "add one to its secrets in " + where + ", then try again");
        }
        WeakSecrets.of(source).forEach(warning -> say("Warning: " + warning));
        return send(hook);
    }

    private int send(SourceHook hook) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        try {
            HttpResponse<String> answer = http.send(hook.trial(Clock.systemUTC().instant()), BodyHandlers.ofString());
            new TrialReply(answer, hook, file, url != null).lines().forEach(this::say);
            return answer.statusCode() < 400 ? 0 : 1;
        } catch (IOException e) {
            throw new FailedException(
                    hook.base() + " does not answer: " + Printable.line(String.valueOf(e.getMessage())));
        }
    }

    private Source source() throws IOException, InterruptedException {
        Map<String, Source> sources = new TreeMap<>();
        if (file == null) {
            sources.putAll(CloudSources.of(port.cloud()));
        } else {
            SourcesFile.read(file.toString(), Home.read(file)).forEach(one -> sources.put(one.name(), one));
        }
        Source source = sources.get(name);
        if (source == null) {
            throw new RefusedException("there is no source '" + Printable.line(name) + "'; there are "
                    + String.join(", ", sources.keySet()));
        }
        return source;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
