package dev.earshot.poll;

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
import dev.earshot.poll.feed.FeedVisits;
import dev.earshot.poll.web.SafeWeb;
import dev.earshot.poll.websub.LeaseSettings;
import dev.earshot.poll.websub.Leases;
import dev.earshot.provider.Providers;
import dev.earshot.store.DynamoFeedStates;
import dev.earshot.store.DynamoLeases;
import dev.earshot.store.DynamoSourceHealth;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** How the function's parts are put together. */
class PollConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Singleton
    @Startup
    Poll poll(PollConfig config) {
        SsmSources reader = new SsmSources(AwsClients.create(SsmClient.builder()), config.sourcesPath());
        Sources sources = new Sources(reader, CLOCK, config.sourcesFreshFor());
        Priming.with(sources::all);
        SnapshotRestore.afterwards(sources::forget);
        DynamoDbClient dynamoDb = AwsClients.create(DynamoDbClient.builder());
        SafeWeb web = new SafeWeb(config.allowPrivateAddresses());
        SqsQueue queue = new SqsQueue(AwsClients.create(SqsClient.builder()), config.mentionsQueueUrl());
        MentionQueue mentions = new MentionQueue(queue, "its feed is read again");
        SourceHealth health = new DynamoSourceHealth(dynamoDb, config.table());
        FeedVisits feeds = new FeedVisits(web, new DynamoFeedStates(dynamoDb, config.table()), health, mentions, CLOCK);
        LeaseSettings settings = new LeaseSettings(config.publicUrl(), config.allowPrivateAddresses());
        Leases leases = new Leases(web, new DynamoLeases(dynamoDb, config.table()), settings, CLOCK);
        return new Poll(sources, new Register(health, Providers::fault, CLOCK), feeds, leases, CLOCK);
    }

    @Singleton
    Metrics metrics() {
        return new Metrics("poll", CLOCK, System.out::println);
    }
}
