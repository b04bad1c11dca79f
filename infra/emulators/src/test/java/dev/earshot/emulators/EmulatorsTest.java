package dev.earshot.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.http.Loopback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

class EmulatorsTest {

    @Test
    void allFourStartTogetherAndAreWiredToEachOther() {
        try (Emulators emulators = Emulators.start();
                SqsClient sqs = Sdk.client(SqsClient.builder(), emulators.sqs());
                SnsClient sns = Sdk.client(SnsClient.builder(), emulators.sns());
                SsmClient ssm = Sdk.client(SsmClient.builder(), emulators.ssm());
                DynamoDbClient dynamo = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb())) {
            assertTrue(dynamo.listTables().tableNames().isEmpty());
            emulators.ssmEmulator().putSecret("/earshot/key", "value");
            assertEquals(
                    "value",
                    ssm.getParameter(r -> r.name("/earshot/key").withDecryption(true))
                            .parameter()
                            .value());
            String queue = sqs.createQueue(r -> r.queueName("q")).queueUrl();
            String topic = sns.createTopic(r -> r.name("notices")).topicArn();
            sns.subscribe(r -> r.topicArn(topic)
                    .protocol("sqs")
                    .endpoint(emulators.identity().arn("sqs", "q")));
            sns.publish(r -> r.topicArn(topic).message("across"));
            assertTrue(sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10))
                    .messages()
                    .get(0)
                    .body()
                    .contains("across"));
            assertEquals(0, emulators.mailbox().count());
        }
    }

    @Test
    void theEnvironmentLeadsAnSdkHereAndAClosedEmulatorIsGone() {
        List<URI> endpoints;
        int sqsPort = Loopback.freePort();
        try (Emulators emulators = Emulators.start(EmulatorOptions.defaults().withPorts(sqsPort, 0, 0, 0))) {
            Map<String, String> environment = emulators.environment();
            assertEquals("eu-central-1", environment.get("AWS_REGION"));
            assertEquals("http://127.0.0.1:" + sqsPort, environment.get("AWS_ENDPOINT_URL_SQS"));
            assertEquals(emulators.dynamoDb().toString(), environment.get("AWS_ENDPOINT_URL_DYNAMODB"));
            assertEquals(emulators.sns().toString(), environment.get("AWS_ENDPOINT_URL_SNS"));
            assertEquals(emulators.ssm().toString(), environment.get("AWS_ENDPOINT_URL_SSM"));
            endpoints = List.of(emulators.sqs(), emulators.dynamoDb(), emulators.sns(), emulators.ssm());
        }
        endpoints.forEach(endpoint -> assertThrows(
                ConnectException.class,
                () -> new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort()).close()));
    }

    @Test
    void aPortInUseFailsTheStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int port = taken.getLocalPort();
            EmulatorOptions options = EmulatorOptions.defaults();
            assertThrows(RuntimeException.class, () -> Emulators.start(options.withPorts(port, 0, 0, 0)));
            assertThrows(RuntimeException.class, () -> Emulators.start(options.withPorts(0, port, 0, 0)));
            assertThrows(RuntimeException.class, () -> Emulators.start(options.withPorts(0, 0, port, 0)));
            assertThrows(RuntimeException.class, () -> Emulators.start(options.withPorts(0, 0, 0, port)));
        }
    }
}
