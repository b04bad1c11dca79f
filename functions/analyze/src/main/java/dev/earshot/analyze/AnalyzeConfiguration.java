package dev.earshot.analyze;

import dev.earshot.analyze.comprehend.ComprehendAnalyzer;
import dev.earshot.analyze.comprehend.ComprehendClients;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SqsQueue;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the function's parts are put together. */
class AnalyzeConfiguration {

    private static final Mention FIRST = Mention.of("priming", "none", "1")
            .text("The first words that this function reads are its own.")
            .heard(Instant.EPOCH);

    private static final String MODEL = "/langdetect-183.bin";

    @Singleton
    @Startup
    QueueConsumer<Mention> mentions(AnalyzeConfig config) throws IOException {
        SqsClient sqs = AwsClients.create(SqsClient.builder());
        Metrics metrics = new Metrics("analyze", Clock.systemUTC(), System.out::println);
        Analyzer analyzer = analyzer(config, metrics);
        Priming.with(() -> prime(analyzer));
        return QueueConsumer.together(
                QueueForms::readMention,
                mention -> mention.id().value(),
                new Analyze(analyzer, metrics),
                new SqsQueue(sqs, config.analyzedQueueUrl()),
                new DeadLetters(sqs, config.mentionsDeadQueueUrl(), "analyze"),
                metrics);
    }

    private static void prime(Analyzer analyzer) {
        if (analyzer.analyze(List.of(FIRST)).apply(FIRST) instanceof Understanding.NotNow notNow) {
            throw new IllegalStateException(notNow.reason());
        }
        // What was needed for loading models only would otherwise be part of every snapshot.
        System.gc();
    }

    private static Analyzer analyzer(AnalyzeConfig config, Metrics metrics) throws IOException {
        return switch (config.analyzerMode()) {
            case LOCAL ->
                Analyzer.oneByOne(new LocalAnalyzer(
                        new LanguageDetector(model(), config.languages()),
                        TextEncoder.packaged(),
                        LocalModels.sentiment(),
                        LocalModels.intents(),
                        LocalModels.departments()));
            case COMPREHEND ->
                new ComprehendAnalyzer(
                        ComprehendClients.create(ComprehendClient.builder(), metrics), metrics, Clock.systemUTC());
        };
    }

    /** The model that is packaged with the function. */
    static LanguageDetectorModel model() throws IOException {
        try (InputStream model = AnalyzeConfiguration.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new IOException("the language model is not packaged");
            }
            return new LanguageDetectorModel(model);
        }
    }
}
