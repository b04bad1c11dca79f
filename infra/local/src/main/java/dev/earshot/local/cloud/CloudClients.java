package dev.earshot.local.cloud;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK clients by which the local cloud itself speaks to its services. */
final class CloudClients implements AutoCloseable {

    final SqsClient sqs;
    final DynamoDbClient dynamoDb;
    final SnsClient sns;

    CloudClients(Services services) {
        sqs = services.client(SqsClient.builder(), "sqs");
        dynamoDb = services.client(DynamoDbClient.builder(), "dynamodb");
        sns = services.client(SnsClient.builder(), "sns");
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
        sns.close();
    }
}
