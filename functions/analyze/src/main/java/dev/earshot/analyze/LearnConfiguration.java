package dev.earshot.analyze;

import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.lessons.Learn;
import dev.earshot.analyze.lessons.Refit;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.MessageSink;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.store.DynamoMentionStore;
import dev.earshot.store.DynamoTaught;
import dev.earshot.store.DynamoWeights;
import dev.earshot.store.TableSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the parts of the function learn are put together. */
class LearnConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    /** Learning counts nothing and lists nothing. */
    private static final int NO_SHARDS = 1;

    @Singleton
    QueueConsumer<Corrected> lessons(AnalyzeConfig config, Metrics metrics) {
        SqsClient sqs = AwsClients.create(SqsClient.builder());
        return QueueConsumer.together(
                QueueForms::readLesson,
                lesson -> lesson.mention().value(),
                learn(config, metrics),
                MessageSink.NOWHERE,
                new DeadLetters(
                        sqs,
                        AnalyzeConfiguration.needed(config.lessonsDeadQueueUrl(), "EARSHOT_LESSONS_DEAD_QUEUE_URL"),
                        "learn"),
                metrics);
    }

    private static Learn learn(AnalyzeConfig config, Metrics metrics) {
        String table = AnalyzeConfiguration.needed(config.table(), "EARSHOT_TABLE");
        TableSettings settings =
                new TableSettings(table, NO_SHARDS, NO_SHARDS, Duration.ofDays(config.retentionDays()));
        DynamoDbClient dynamoDb = AwsClients.create(DynamoDbClient.builder());
        DynamoTaught taught = new DynamoTaught(dynamoDb, settings);
        DynamoWeights weights = new DynamoWeights(dynamoDb, table, DepartmentModel.NAME);
        DepartmentModel packaged = LocalModels.departments();
        Function<Mention, List<Double>> logits = logits(packaged);
        Priming.with(() -> prime(logits));
        Priming.with(() -> weights.newerThan(0));
        Refit refit = new Refit(taught, weights, packaged.ids(), TextEncoder.MODEL, metrics, CLOCK);
        return new Learn(new DynamoMentionStore(dynamoDb, settings)::find, logits, taught, refit, metrics, CLOCK);
    }

    private static void prime(Function<Mention, List<Double>> logits) {
        if (logits.apply(AnalyzeConfiguration.FIRST).isEmpty()) {
            throw new IllegalStateException("the packaged model has no classes");
        }
    }

    private static Function<Mention, List<Double>> logits(DepartmentModel packaged) {
        TextEncoder encoder = TextEncoder.packaged();
        return mention -> Arrays.stream(packaged.logits(encoder.encode(LocalAnalyzer.said(mention))))
                .boxed()
                .toList();
    }
}
