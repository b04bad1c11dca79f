package dev.earshot.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.earshot.emulators.http.Loopback;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;

@Timeout(60)
class SqsEmulatorCloseTest {

    @Test
    void anOpenLongPollDoesNotHoldTheEnd() throws InterruptedException {
        SqsEmulator emulator = SqsEmulator.start();
        try (SqsClient sqs = Sdk.client(SqsClient.builder(), emulator.endpoint())) {
            String url = sqs.createQueue(r -> r.queueName("silent")).queueUrl();
            CompletableFuture<?> poll = CompletableFuture.supplyAsync(
                    () -> sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)));
            Thread.sleep(1_000); // Nothing outside tells that a poll has begun to wait.
            assertFalse(poll.isDone());
            assertTimeoutPreemptively(Duration.ofSeconds(4), emulator::close);
        }
    }

    @Test
    void itsPortIsFreeAgainAtOnce() {
        int port = Loopback.freePort();
        for (int run = 0; run < 2; run++) {
            try (SqsEmulator emulator = SqsEmulator.start(port, AwsIdentity.LOCAL)) {
                assertEquals(Loopback.uri(port), emulator.endpoint());
            }
        }
    }
}
