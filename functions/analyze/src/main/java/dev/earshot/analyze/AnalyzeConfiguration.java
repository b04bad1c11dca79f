package dev.earshot.analyze;

import dev.earshot.analyze.comprehend.ComprehendAnalyzer;
import dev.earshot.analyze.comprehend.ComprehendClients;
import dev.earshot.analyze.departments.CompanyReader;
import dev.earshot.analyze.departments.CurrentCompany;
import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.departments.LearnedCorrection;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.hybrid.HybridAnalyzer;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.analyze.trial.IssuerTokens;
import dev.earshot.analyze.trial.Tokens;
import dev.earshot.analyze.trial.Trial;
import dev.earshot.core.access.BearerRule;
import dev.earshot.core.access.SignInRule;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SnapshotRestore;
import dev.earshot.edge.SqsQueue;
import dev.earshot.store.DailySpending;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import dev.earshot.store.DynamoWeights;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorModel;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the parts of this artifact's functions are put together. */
class AnalyzeConfiguration {

    static final Mention FIRST = Mention.of("priming", "none", "1")
            .text("The first words that this function reads are its own.")
            .heard(Instant.EPOCH);

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String MODEL = "/langdetect-183.bin";

    /** Makes what the function of this environment is there for; the others of the artifact are not started. */
    void start(
            @Observes StartupEvent started,
            AnalyzeConfig config,
            Instance<QueueConsumer<Mention>> mentions,
            Instance<Trial> trial,
            Instance<QueueConsumer<Corrected>> lessons,
            Instance<Analyzer> analyzer) {
        if (config.function().equals("learn")) {
            Object unused = lessons.get();
            return;
        }
        Priming.with(() -> prime(analyzer.get()));
        Object unused = config.function().equals("try") ? trial.get() : mentions.get();
    }

    @Singleton
    Metrics metrics(AnalyzeConfig config) {
        return new Metrics(config.function(), CLOCK, System.out::println);
    }

    @Singleton
    QueueConsumer<Mention> mentions(AnalyzeConfig config, Analyzer analyzer, Metrics metrics) {
        SqsClient sqs = AwsClients.create(SqsClient.builder());
        return QueueConsumer.together(
                QueueForms::readMention,
                mention -> mention.id().value(),
                new Analyze(analyzer, metrics),
                new SqsQueue(sqs, needed(config.analyzedQueueUrl(), "EARSHOT_ANALYZED_QUEUE_URL")),
                new DeadLetters(
                        sqs, needed(config.mentionsDeadQueueUrl(), "EARSHOT_MENTIONS_DEAD_QUEUE_URL"), "analyze"),
                metrics);
    }

    /** The departments, which analyze and try may read and not store. */
    @Singleton
    Departments departments(AnalyzeConfig config) {
        DynamoDbClient dynamoDb = AwsClients.create(DynamoDbClient.builder());
        DepartmentTable table = new DepartmentTable(dynamoDb, needed(config.table(), "EARSHOT_TABLE"));
        Departments departments = Departments.withoutSeeding(table, CLOCK);
        Priming.with(departments::current);
        SnapshotRestore.afterwards(departments::forget);
        return departments;
    }

    @Singleton
    Trial trial(AnalyzeConfig config, Analyzer analyzer, Departments departments) {
        String issuer = needed(config.issuer(), "EARSHOT_ISSUER");
        String clientId = needed(config.clientId(), "EARSHOT_CLIENT_ID");
        Tokens tokens = new IssuerTokens(issuer, new BearerRule(config.audience(), clientId), CLOCK);
        Tokens signIns = new IssuerTokens(issuer, new SignInRule(clientId), CLOCK);
        return new Trial(tokens, signIns, analyzer, departments::current, CLOCK);
    }

    /** A setting that only some functions of the artifact have. */
    static String needed(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    private static void prime(Analyzer analyzer) {
        if (analyzer.analyze(List.of(FIRST)).apply(FIRST) instanceof Understanding.NotNow notNow) {
            throw new IllegalStateException(notNow.reason());
        }
        // What was needed for loading models only would otherwise be part of every snapshot.
        System.gc();
    }

    @Singleton
    Analyzer analyzer(AnalyzeConfig config, Metrics metrics, Instance<Departments> departments) throws IOException {
        return switch (config.analyzerMode()) {
            case LOCAL -> Analyzer.oneByOne(local(config, departments.get(), metrics));
            case COMPREHEND -> comprehend(metrics);
            case HYBRID ->
                new HybridAnalyzer(
                        local(config, departments.get(), metrics),
                        comprehend(metrics),
                        spending(config)::take,
                        metrics);
        };
    }

    private static LocalAnalyzer local(AnalyzeConfig config, Departments departments, Metrics metrics)
            throws IOException {
        TextEncoder encoder = TextEncoder.packaged();
        DepartmentModel model = LocalModels.departments();
        CurrentCompany company = new CurrentCompany(
                () -> departments.current().departments(),
                new CompanyReader(encoder::encode, model, Departments.defaults()));
        Priming.with(company::readAll);
        return new LocalAnalyzer(
                new LanguageDetector(model(), config.languages()),
                encoder,
                LocalModels.sentiment(),
                LocalModels.intents(),
                model,
                company,
                learned(config, model, metrics));
    }

    private static LearnedCorrection learned(AnalyzeConfig config, DepartmentModel departments, Metrics metrics) {
        DynamoWeights weights = new DynamoWeights(
                AwsClients.create(DynamoDbClient.builder()),
                needed(config.table(), "EARSHOT_TABLE"),
                DepartmentModel.NAME);
        LearnedCorrection learned = new LearnedCorrection(weights, departments, metrics, CLOCK);
        SnapshotRestore.afterwards(learned::lookAgain);
        return learned;
    }

    private static ComprehendAnalyzer comprehend(Metrics metrics) {
        return new ComprehendAnalyzer(ComprehendClients.create(ComprehendClient.builder(), metrics), metrics, CLOCK);
    }

    private static DailySpending spending(AnalyzeConfig config) {
        return new DailySpending(
                AwsClients.create(DynamoDbClient.builder()),
                needed(config.table(), "EARSHOT_TABLE"),
                "comprehend",
                config.comprehendDailyUnits(),
                CLOCK);
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
