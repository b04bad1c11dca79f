package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.SqsEmulator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SnsSqsDeliveryTest {

    private static SqsEmulator queues;
    private static SqsClient sqs;
    private static SnsBench bench;

    @BeforeAll
    static void start() {
        queues = SqsEmulator.start();
        sqs = Sdk.client(SqsClient.builder(), queues.endpoint());
        bench = SnsBench.open(queues.endpoint());
    }

    @AfterAll
    static void stop() {
        bench.close();
        sqs.close();
        queues.close();
    }

    private record Queue(String url, String arn) {}

    @Test
    void aQueueNeedsNoConfirmationAndGetsTheEnvelope() {
        String topic = bench.topic();
        Queue queue = queue();
        assertTrue(sqsSubscription(topic, queue, Map.of()).startsWith(topic));
        String id = bench.sns
                .publish(r -> r.topicArn(topic).message("m").subject("s"))
                .messageId();
        JsonNode body = SnsBench.json(receive(queue).body());
        assertEquals("Notification", body.path("Type").asText());
        assertEquals("m", body.path("Message").asText());
        assertEquals("s", body.path("Subject").asText());
        assertEquals(id, body.path("MessageId").asText());
        assertTrue(body.hasNonNull("Signature"));
    }

    @Test
    void rawDeliveryPassesTextAndAttributes() {
        String topic = bench.topic();
        Queue queue = queue();
        sqsSubscription(topic, queue, Map.of("RawMessageDelivery", "true"));
        bench.sns.publish(r -> r.topicArn(topic)
                .message("bare")
                .messageAttributes(Map.of(
                        "dept", value("String", "sales"),
                        "score", value("Number", "5"),
                        "blob",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromUtf8String("bytes"))
                                        .build())));
        Message message = receive(queue);
        assertEquals("bare", message.body());
        assertEquals("sales", message.messageAttributes().get("dept").stringValue());
        assertEquals("Number", message.messageAttributes().get("score").dataType());
        assertEquals(
                "bytes", message.messageAttributes().get("blob").binaryValue().asUtf8String());
    }

    @Test
    void whatIsGivenUpGoesToTheDeadLetterQueue() {
        String topic = bench.topic();
        Queue dead = queue();
        String redrive = "{\"deadLetterTargetArn\":\"" + dead.arn() + "\"}";
        try (Receiver receiver = Receiver.answering(number -> number == 0 ? 200 : 410)) {
            bench.subscribeAndConfirm(topic, receiver, Map.of("RedrivePolicy", redrive));
            bench.sns.publish(r -> r.topicArn(topic).message("buried"));
            assertEquals(
                    "buried",
                    SnsBench.json(receive(dead).body()).path("Message").asText());
        }
    }

    @Test
    void aQueueThatIsNotThereDisturbsNobodyElse() {
        String topic = bench.topic();
        Queue queue = queue();
        String missing = bench.subscribe(topic, "sqs", AwsIdentity.LOCAL.arn("sqs", "missing"), Map.of());
        sqsSubscription(topic, queue, Map.of());
        bench.sns.publish(r -> r.topicArn(topic).message("m"));
        receive(queue);
        assertEquals("SQS 400", bench.outcome(missing, Delivery.Result.GIVEN_UP).detail());
    }

    private static String sqsSubscription(String topic, Queue queue, Map<String, String> attributes) {
        return bench.subscribe(topic, "sqs", queue.arn(), attributes);
    }

    private static Queue queue() {
        String name = "q-" + UUID.randomUUID();
        return new Queue(sqs.createQueue(r -> r.queueName(name)).queueUrl(), AwsIdentity.LOCAL.arn("sqs", name));
    }

    private static Message receive(Queue queue) {
        List<Message> messages = sqs.receiveMessage(
                        r -> r.queueUrl(queue.url()).waitTimeSeconds(10).messageAttributeNames("All"))
                .messages();
        assertEquals(1, messages.size());
        return messages.get(0);
    }

    private static MessageAttributeValue value(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
