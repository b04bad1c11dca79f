package dev.earshot.analyze;

import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.Hop;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import dev.earshot.edge.Priming;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SqsQueue;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the function's parts are put together. */
class AnalyzeConfiguration {

    private static final String MODEL = "/langdetect-183.bin";

    @Singleton
    @Startup
    QueueConsumer<Mention> mentions(AnalyzeConfig config) throws IOException {
        SqsClient sqs = AwsClients.create(SqsClient.builder());
        Metrics metrics = new Metrics("analyze", Clock.systemUTC(), System.out::println);
        Analyze analyze = new Analyze(new LanguageDetector(model(), config.languages()));
        Priming.with(() -> analyze.analyze(Mention.of("priming", "none", "1")
                .text("The first words that this function reads are its own.")
                .heard(Instant.EPOCH)));
        return new QueueConsumer<>(
                QueueForms::readMention,
                mention -> mention.id().value(),
                mention -> {
                    AnalyzedMention analyzed = analyze.analyze(mention);
                    Hop.ANALYZED.logFor(mention.id().value(), understood(analyzed.analysis()));
                    metrics.count("Analyzed", 1);
                    return new Outcome.Forward(QueueForms.write(analyzed));
                },
                new SqsQueue(sqs, config.analyzedQueueUrl()),
                new DeadLetters(sqs, config.mentionsDeadQueueUrl(), "analyze"),
                metrics);
    }

    private static String understood(@Nullable Analysis analysis) {
        if (analysis == null) {
            return "nothing: its author deleted it";
        }
        return analysis.language() == null
                ? "language unknown"
                : "language " + analysis.language().code();
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
