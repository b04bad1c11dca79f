package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Trial;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The hook of a source at some Earshot.
 *
 * @param base the HTTP API's address, without a slash at its end
 */
record SourceHook(URI base, Source source, Provider provider) {

    private static final String PLACE_OF_SECRET = "<secret>";
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    /**
     * What to enter at the platform, line by line; without the secret.
     *
     * @param where the secrets stand, for people
     */
    List<String> setup(String where) {
        String shown = base + path() + (provider.secretInPath() ? "/" + PLACE_OF_SECRET : "");
        List<String> lines = new ArrayList<>();
        lines.add("Source " + source.name() + ", provider " + provider.name());
        provider.setup(source, shown).forEach(line -> lines.add("  " + Printable.line(line)));
        if (provider.secretInPath()) {
            lines.add("  " + PLACE_OF_SECRET + " is the source's first secret, percent-encoded; it stands in " + where);
        }
        return lines;
    }

    /** A test delivery as the platform makes it. */
    HttpRequest trial(Instant now) {
        Trial trial = provider.trial(source, now);
        String secret = source.secrets().isEmpty() ? "" : source.secrets().get(0);
        String last =
                provider.secretInPath() ? "/" + URLEncoder.encode(secret, UTF_8).replace("+", "%20") : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path() + last))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(trial.body()));
        trial.headers().forEach(request::setHeader);
        return request.build();
    }

    private String path() {
        return "/hooks/" + source.name();
    }
}
