package dev.earshot.ingest;

import dev.earshot.core.source.SourceHealth;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.MentionQueue;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.SnapshotRestore;
import dev.earshot.edge.SqsQueue;
import dev.earshot.edge.source.Register;
import dev.earshot.edge.source.Sources;
import dev.earshot.edge.source.SsmSources;
import dev.earshot.ingest.health.HealthLog;
import dev.earshot.provider.Providers;
import dev.earshot.store.DynamoSourceHealth;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** How the function's parts are put together. */
class IngestConfiguration {

    @Singleton
    @Startup
    Ingest ingest(IngestConfig config) {
        Clock clock = Clock.systemUTC();
        SourceHealth table = new DynamoSourceHealth(AwsClients.create(DynamoDbClient.builder()), config.table());
        Register register = new Register(table, Providers::fault, clock);
        SsmSources reader = new SsmSources(AwsClients.create(SsmClient.builder()), config.sourcesPath());
        Sources sources = new Sources(reader, clock, config.sourcesFreshFor());
        Priming.with(() -> sources.find(""));
        Priming.with(() -> sources.known().ifPresent(register::keep));
        SnapshotRestore.afterwards(sources::forget);
        SqsQueue queue = new SqsQueue(AwsClients.create(SqsClient.builder()), config.mentionsQueueUrl());
        MentionQueue mentions = new MentionQueue(queue, "its platform is to try again");
        return new Ingest(sources, mentions, new HealthLog(table, clock, later()), register, clock);
    }

    /** Makes no thread before the first event, so that a snapshot has none. */
    private static Executor later() {
        Executor own = Executors.newSingleThreadExecutor(IngestConfiguration::daemon);
        return CompletableFuture.delayedExecutor(HealthLog.PAUSE.toSeconds(), TimeUnit.SECONDS, own);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }

    @Singleton
    Metrics metrics() {
        return new Metrics("ingest", Clock.systemUTC(), System.out::println);
    }
}
