package dev.earshot.erase;

import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SqsQueue;
import dev.earshot.store.DynamoErasureStore;
import dev.earshot.store.TableSettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the function's parts are put together. */
class EraseConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    /** Erasing counts nothing. */
    private static final int NO_COUNTERS = 1;

    @Singleton
    @Startup
    QueueConsumer<Erasure> erasures(EraseConfig config) {
        Metrics metrics = new Metrics("erase", CLOCK, System.out::println);
        SqsClient sqs = AwsClients.create(SqsClient.builder());
        Erase erase = erase(config);
        return new QueueConsumer<>(
                QueueForms::readErasure,
                erasure -> erasure.author().value(),
                erasure -> outcome(erase.erase(erasure), erasure, metrics),
                new SqsQueue(sqs, config.erasuresQueueUrl()),
                new DeadLetters(sqs, config.erasuresDeadQueueUrl(), "erase"),
                metrics);
    }

    private static Erase erase(EraseConfig config) {
        TableSettings settings = new TableSettings(
                config.table(), NO_COUNTERS, config.listShards(), Duration.ofDays(config.retentionDays()));
        return new Erase(new DynamoErasureStore(AwsClients.create(DynamoDbClient.builder()), settings), CLOCK);
    }

    private static Outcome outcome(Erased erased, Erasure erasure, Metrics metrics) {
        metrics.count("MentionsErased", erased.mentions());
        if (erased instanceof Erased.Some) {
            return new Outcome.Forward(QueueForms.write(erasure));
        }
        return erased instanceof Erased.LookAgain
                ? new Outcome.TryAgain("what was under way is looked for once more")
                : new Outcome.Done();
    }
}
