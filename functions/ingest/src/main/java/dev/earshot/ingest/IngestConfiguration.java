package dev.earshot.ingest;

import dev.earshot.edge.AwsClients;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.SnapshotRestore;
import dev.earshot.edge.SqsQueue;
import dev.earshot.edge.source.Sources;
import dev.earshot.edge.source.SsmSources;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** How the function's parts are put together. */
class IngestConfiguration {

    @Singleton
    @Startup
    Ingest ingest(IngestConfig config) {
        Clock clock = Clock.systemUTC();
        SsmSources reader = new SsmSources(AwsClients.create(SsmClient.builder()), config.sourcesPath());
        Sources sources = new Sources(reader, clock, config.sourcesFreshFor());
        Priming.with(() -> sources.find(""));
        SnapshotRestore.afterwards(sources::forget);
        SqsQueue mentions = new SqsQueue(AwsClients.create(SqsClient.builder()), config.mentionsQueueUrl());
        return new Ingest(sources, mentions, clock);
    }

    @Singleton
    Metrics metrics() {
        return new Metrics("ingest", Clock.systemUTC(), System.out::println);
    }
}
