package dev.earshot.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * An event as Lambda makes it of SQS messages.
 *
 * @param messages what it is made of
 * @param json the event
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
record SqsEvent(List<Message> messages, byte[] json) {

    static final int LARGEST = 6 * 1024 * 1024;

    private static final byte[] START = "{\"Records\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    /** One event for the batch, or as many as Lambda's limit of 6 MB makes of it. */
    static List<SqsEvent> of(List<Message> batch, SqsSourceSpec spec) {
        List<SqsEvent> events = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(START);
        for (Message message : batch) {
            byte[] element = element(message, spec).toString().getBytes(StandardCharsets.UTF_8);
            if (!messages.isEmpty() && json.size() + 1 + element.length + END.length > LARGEST) {
                events.add(finished(messages, json));
                messages.clear();
                json.reset();
                json.writeBytes(START);
            }
            if (!messages.isEmpty()) {
                json.write(',');
            }
            json.writeBytes(element);
            messages.add(message);
        }
        events.add(finished(messages, json));
        return events;
    }

    private static SqsEvent finished(List<Message> messages, ByteArrayOutputStream json) {
        json.writeBytes(END);
        return new SqsEvent(List.copyOf(messages), json.toByteArray());
    }

    private static ObjectNode element(Message message, SqsSourceSpec spec) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("messageId", message.messageId());
        element.put("receiptHandle", message.receiptHandle());
        element.put("body", message.body());
        message.attributesAsStrings().forEach(element.putObject("attributes")::put);
        ObjectNode attributes = element.putObject("messageAttributes");
        for (Map.Entry<String, MessageAttributeValue> entry :
                message.messageAttributes().entrySet()) {
            attributes.set(entry.getKey(), attribute(entry.getValue()));
        }
        element.put("md5OfBody", message.md5OfBody());
        if (message.md5OfMessageAttributes() != null) {
            element.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
        }
        element.put("eventSource", "aws:sqs");
        element.put("eventSourceARN", spec.queueArn());
        element.put("awsRegion", spec.region());
        return element;
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        ObjectNode attribute = JsonNodeFactory.instance.objectNode();
        if (value.stringValue() != null) {
            attribute.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            byte[] bytes = value.binaryValue().asByteArray();
            attribute.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        attribute.put("dataType", value.dataType());
        return attribute;
    }
}
