package dev.earshot.analyze.comprehend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.analyze.Understanding;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.core.mention.Text;
import dev.earshot.edge.Metrics;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.comprehend.ComprehendClient;

/** The analyzer with the function's own client, against a stub. */
final class Comprehending implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final List<String> lines = new ArrayList<>();
    final Metrics metrics = new Metrics("analyze", Clock.fixed(NOON, ZoneOffset.UTC), lines::add);
    private final ComprehendClient client;

    Comprehending(URI endpoint) {
        client = ComprehendClients.create(
                ComprehendClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))),
                metrics);
    }

    ComprehendClient client() {
        return client;
    }

    ComprehendAnalyzer analyzer() {
        return analyzer(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    ComprehendAnalyzer analyzer(Clock clock) {
        return new ComprehendAnalyzer(client, metrics, clock);
    }

    /** What is understood of each of these, in their order. */
    List<Understanding> understand(List<Mention> mentions) {
        return mentions.stream().map(analyzer().analyze(mentions)).toList();
    }

    /** The analysis of one mention alone. */
    Analysis analysis(Mention mention) {
        return ((Understanding.Understood) understand(List.of(mention)).get(0)).analysis();
    }

    /** The metrics since the last time. */
    String metrics() {
        lines.clear();
        metrics.flush();
        return String.join("", lines);
    }

    /** A mention of its own that says this. */
    static Mention said(String text) {
        return draft(text).heard(NOON);
    }

    /** A mention as a careless writer of the queue could leave it: not cleaned. */
    static Mention raw(String text) {
        Mention clean = said("");
        return new Mention(
                clean.id(),
                clean.source(),
                clean.provider(),
                clean.externalId(),
                null,
                null,
                null,
                text.getBytes(UTF_8).length <= Mention.MAX_TEXT_BYTES ? text : Text.cut(text, Mention.MAX_TEXT_BYTES),
                false,
                null,
                null,
                NOON,
                1,
                false,
                null,
                null);
    }

    static MentionDraft draft(String text) {
        return Mention.of("our-forum", "standard-webhooks", "post-" + NUMBER.incrementAndGet())
                .text(text);
    }

    static List<Mention> all(int count, Function<Integer, String> text) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mentions.add(said(text.apply(i)));
        }
        return mentions;
    }

    @Override
    public void close() {
        client.close();
    }
}
