package dev.earshot.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.local.cloud.CloudEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The story by {@code AWS_ENDPOINT_URL}, with one address for all services; nothing is left there. */
class OneEndpointIT extends SystemIT {

    private OneEndpoint one;
    private CloudEndpoint endpoint;

    @Override
    Optional<CloudEndpoint> endpoint() throws IOException {
        one = new OneEndpoint();
        endpoint = CloudEndpoint.in(
                        Map.of(CloudEndpoint.VARIABLE, one.uri() + "/", "AWS_REGION", OneEndpoint.IDENTITY.region()))
                .orElseThrow();
        return Optional.of(endpoint);
    }

    @Override
    void endsTheEndpoint() {
        try (SqsClient sqs = endpoint.client(SqsClient.builder());
                SnsClient sns = endpoint.client(SnsClient.builder());
                SsmClient ssm = endpoint.client(SsmClient.builder());
                DynamoDbClient dynamoDb = endpoint.client(DynamoDbClient.builder())) {
            assertEquals(List.of(), sqs.listQueues().queueUrls());
            assertEquals(List.of(), sns.listTopics().topics());
            assertEquals(List.of(), sns.listSubscriptions().subscriptions());
            assertEquals(List.of(), dynamoDb.listTables().tableNames());
            assertEquals(
                    List.of(),
                    ssm.getParametersByPath(p -> p.path("/").recursive(true)).parameters());
        } finally {
            one.close();
        }
    }
}
