package dev.earshot.local.cloud;

import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK clients by which the local cloud itself speaks to its emulators. */
final class CloudClients implements AutoCloseable {

    final SqsClient sqs;
    final DynamoDbClient dynamoDb;
    final SnsClient sns;

    CloudClients(Emulators emulators) {
        sqs = Sdk.client(SqsClient.builder(), emulators.sqs());
        dynamoDb = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb());
        sns = Sdk.client(SnsClient.builder(), emulators.sns());
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
        sns.close();
    }
}
