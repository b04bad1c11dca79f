package dev.earshot.edge;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

class AwsClientsTest {

    @Test
    void aServiceThatNeverAnswersIsGivenUpWellWithinAFunctionsTenSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SqsClient sqs =
                        AwsClients.create(Queues.builder(URI.create("http://127.0.0.1:" + silent.getLocalPort())))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(6), () -> assertThrows(SdkException.class, () -> sqs.listQueues()));
        }
    }
}
