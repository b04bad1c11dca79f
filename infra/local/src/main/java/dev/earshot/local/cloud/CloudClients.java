package dev.earshot.local.cloud;

import dev.earshot.emulators.Emulators;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK clients by which the local cloud itself speaks to its emulators. */
final class CloudClients implements AutoCloseable {

    private static final Duration LONGER_THAN_A_LONG_POLL = Duration.ofSeconds(30);

    final SqsClient sqs;
    final DynamoDbClient dynamoDb;
    final SnsClient sns;

    CloudClients(Emulators emulators) {
        String region = emulators.identity().region();
        sqs = at(SqsClient.builder(), emulators.sqs(), region);
        dynamoDb = at(DynamoDbClient.builder(), emulators.dynamoDb(), region);
        sns = at(SnsClient.builder(), emulators.sns(), region);
    }

    /** A client of the service at a local endpoint; nothing checks its credentials. */
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
            B builder, URI endpoint, String region) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGER_THAN_A_LONG_POLL))
                .build();
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
        sns.close();
    }
}
