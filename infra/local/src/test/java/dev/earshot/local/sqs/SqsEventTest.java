package dev.earshot.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class SqsEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SqsSourceSpec SPEC = new SqsSourceSpec(
            "http://127.0.0.1/mentions", "arn:aws:sqs:eu-central-1:000000000000:mentions", 10, Duration.ZERO, 1, true);

    @Test
    void looksLikeLambdasOwn() throws IOException {
        Message message = Message.builder()
                .messageId("id-1")
                .receiptHandle("handle-1")
                .body("schön")
                .md5OfBody("md5")
                .md5OfMessageAttributes("md5a")
                .attributesWithStrings(Map.of("ApproximateReceiveCount", "1"))
                .messageAttributes(Map.of(
                        "kind", text("mention"),
                        "bytes", bytes("hi")))
                .build();
        SqsEvent event = SqsEvent.of(List.of(message), SPEC).get(0);
        assertEquals(JSON.readTree("""
                        {"Records":[{"messageId":"id-1","receiptHandle":"handle-1","body":"schön",
                          "attributes":{"ApproximateReceiveCount":"1"},
                          "messageAttributes":{
                            "kind":{"stringValue":"mention","stringListValues":[],"binaryListValues":[],"dataType":"String"},
                            "bytes":{"binaryValue":"aGk=","stringListValues":[],"binaryListValues":[],"dataType":"Binary"}},
                          "md5OfBody":"md5","md5OfMessageAttributes":"md5a","eventSource":"aws:sqs",
                          "eventSourceARN":"arn:aws:sqs:eu-central-1:000000000000:mentions","awsRegion":"eu-central-1"}]}
                        """), JSON.readTree(event.json()));
    }

    @Test
    void splitsABatchThatIsTooLargeForOneEvent() throws IOException {
        String megabyte = "x".repeat(1024 * 1024);
        List<Message> batch = IntStream.range(0, 10)
                .mapToObj(number -> Message.builder()
                        .messageId("id-" + number)
                        .body(megabyte)
                        .build())
                .toList();
        List<SqsEvent> events = SqsEvent.of(batch, SPEC);
        assertEquals(2, events.size());
        assertEquals(
                batch,
                events.stream().flatMap(event -> event.messages().stream()).toList());
        for (SqsEvent event : events) {
            assertTrue(event.json().length <= SqsEvent.LARGEST);
            JsonNode records = JSON.readTree(event.json()).at("/Records");
            assertEquals(event.messages().size(), records.size());
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static MessageAttributeValue bytes(String value) {
        return MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(value.getBytes(UTF_8)))
                .build();
    }
}
