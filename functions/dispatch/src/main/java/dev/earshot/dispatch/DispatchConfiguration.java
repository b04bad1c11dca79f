package dev.earshot.dispatch;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Change;
import dev.earshot.core.ears.LinkCounter;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.DeadLetters;
import dev.earshot.edge.MessageSink;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import dev.earshot.edge.Priming;
import dev.earshot.edge.QueueConsumer;
import dev.earshot.edge.SnapshotRestore;
import dev.earshot.edge.SnsNoticePublisher;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import dev.earshot.store.DynamoErasureLedger;
import dev.earshot.store.DynamoLinks;
import dev.earshot.store.DynamoMentionStore;
import dev.earshot.store.DynamoReportedLinks;
import dev.earshot.store.TableSettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How the function's parts are put together. */
class DispatchConfiguration {

    private static final Logger LOG = Logger.getLogger(DispatchConfiguration.class);

    private static final Clock CLOCK = Clock.systemUTC();

    @Singleton
    @Startup
    QueueConsumer<AnalyzedMention> analyzed(DispatchConfig config) {
        Metrics metrics = new Metrics("dispatch", CLOCK, System.out::println);
        Dispatch dispatch = dispatch(config);
        return new QueueConsumer<>(
                QueueForms::readAnalyzed,
                analyzed -> analyzed.id().value(),
                analyzed -> outcome(dispatch.dispatch(analyzed), analyzed, metrics),
                MessageSink.NOWHERE,
                new DeadLetters(AwsClients.create(SqsClient.builder()), config.analyzedDeadQueueUrl(), "dispatch"),
                metrics);
    }

    private static Dispatch dispatch(DispatchConfig config) {
        TableSettings settings = new TableSettings(
                config.table(), config.counterShards(), config.listShards(), Duration.ofDays(config.retentionDays()));
        DynamoDbClient dynamoDb = AwsClients.create(DynamoDbClient.builder());
        Departments departments = new Departments(new DepartmentTable(dynamoDb, config.table()), CLOCK);
        Priming.with(departments::current);
        SnapshotRestore.afterwards(departments::forget);
        return new Dispatch(
                departments::current,
                new DynamoMentionStore(dynamoDb, settings),
                new DynamoReportedLinks(dynamoDb, settings),
                links(new LinkCounter(new DynamoLinks(dynamoDb, config.table()), CLOCK)),
                new DynamoErasureLedger(dynamoDb, config.erasuresTable()),
                new SnsNoticePublisher(AwsClients.create(SnsClient.builder()), config.noticesTopicArn()),
                config.publicUrl(),
                CLOCK);
    }

    /** Hints must not stop a mention whose notices are out. */
    private static Consumer<Change.Write> links(LinkCounter counter) {
        return stored -> {
            try {
                counter.heard(stored);
            } catch (RuntimeException e) {
                LOG.warnf("links were not counted: %s", e.getClass().getSimpleName());
            }
        };
    }

    private static Outcome outcome(Dispatched dispatched, AnalyzedMention analyzed, Metrics metrics) {
        if (dispatched instanceof Dispatched.Busy busy) {
            return new Outcome.TryAgain(busy.reason());
        }
        Dispatched.Stored stored = (Dispatched.Stored) dispatched;
        metrics.count("Dispatched", 1);
        metrics.count("CasesOpened", stored.opened());
        metrics.count("NoticesPublished", stored.notices());
        if (stored.notices() > 0) {
            metrics.time("HeardToPublished", Duration.between(analyzed.mention().receivedAt(), CLOCK.instant()));
        }
        return new Outcome.Done();
    }
}
