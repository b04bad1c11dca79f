package dev.earshot.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsEmulatorTest {

    private static SqsEmulator emulator;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        emulator = SqsEmulator.start();
        sqs = Sdk.client(SqsClient.builder(), emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        emulator.close();
    }

    @Test
    void aQueueHasTheAddressAndArnThatWereAgreed() {
        String url = sqs.createQueue(r -> r.queueName("named")).queueUrl();
        assertEquals(emulator.endpoint() + "/000000000000/named", url);
        assertEquals(AwsIdentity.LOCAL.arn("sqs", "named"), arn(url));
    }

    @Test
    void aMessageSentIsReceivedAndDeleted() {
        String url = sqs.createQueue(r -> r.queueName("plain")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("grüße"));
        Message message = receive(url, 30).get(0);
        assertEquals("grüße", message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
        assertTrue(receive(url, 30).isEmpty());
    }

    @Test
    void aBatchOfTenIsTakenAndOneOfElevenRefused() {
        String url = sqs.createQueue(r -> r.queueName("batches")).queueUrl();
        assertEquals(
                10,
                sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries(10)))
                        .successful()
                        .size());
        assertThrows(
                SqsException.class,
                () -> sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries(11))));
    }

    @Test
    void aMessageReceivedTooOftenMovesToTheDeadLetterQueue() {
        String dead = sqs.createQueue(r -> r.queueName("dead")).queueUrl();
        String url = sqs.createQueue(r -> r.queueName("alive")
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"" + arn(dead) + "\",\"maxReceiveCount\":\"2\"}")))
                .queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("poison"));
        assertEquals(1, receive(url, 0).size());
        assertEquals(1, receive(url, 0).size());
        assertTrue(receive(url, 0).isEmpty());
        assertEquals("poison", receive(dead, 0).get(0).body());
    }

    private static List<SendMessageBatchRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id("e" + i)
                        .messageBody("m" + i)
                        .build())
                .toList();
    }

    private static List<Message> receive(String url, int visibilityTimeout) {
        return sqs.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(visibilityTimeout))
                .messages();
    }

    private static String arn(String url) {
        return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }
}
