package dev.earshot.local.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader implements ResourceReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,75}(\\.fifo)?|[A-Za-z0-9_-]{1,80}");

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        String name = scope.name(resource, properties, "QueueName", NAME);
        String arn = scope.environment().arn("sqs", name);
        String url = scope.environment().queueUrl(name);
        Map<String, String> attributes = new LinkedHashMap<>();
        numbers(properties, attributes);
        fifo(properties, attributes, name);
        Optional<Redrive> redrive = properties.section("RedrivePolicy").map(Redrive::read);
        redrive.ifPresent(policy -> attributes.put("RedrivePolicy", policy.json()));
        properties
                .value("RedriveAllowPolicy")
                .ifPresent(policy -> attributes.put("RedriveAllowPolicy", Json.of(policy)));
        properties.refuseOthers("KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "SqsManagedSseEnabled", "Tags");
        return Built.of(
                Identity.of(url, Map.of("Arn", arn, "QueueName", name, "QueueUrl", url)),
                new QueueResource(
                        scope.logicalId(resource),
                        name,
                        url,
                        arn,
                        attributes,
                        redrive.map(Redrive::deadLetterTargetArn),
                        resource.at()));
    }

    private static void numbers(Properties properties, Map<String, String> attributes) {
        number(properties, "VisibilityTimeout", 0, 43_200, attributes);
        number(properties, "MessageRetentionPeriod", 60, 1_209_600, attributes);
        number(properties, "DelaySeconds", 0, 900, attributes);
        number(properties, "MaximumMessageSize", 1024, 1_048_576, attributes);
        number(properties, "ReceiveMessageWaitTimeSeconds", 0, 20, attributes);
    }

    private static void number(Properties properties, String name, int min, int max, Map<String, String> attributes) {
        properties.integer(name, min, max).ifPresent(value -> attributes.put(name, value.toString()));
    }

    private static void fifo(Properties properties, Map<String, String> attributes, String name) {
        boolean fifo = properties.flag("FifoQueue").orElse(false);
        if (fifo != name.endsWith(".fifo")) {
            throw properties.at("QueueName").error("a FIFO queue, and no other, has a QueueName that ends in .fifo");
        }
        if (fifo) {
            attributes.put("FifoQueue", "true");
        }
        properties
                .flag("ContentBasedDeduplication")
                .ifPresent(value -> attributes.put("ContentBasedDeduplication", value.toString()));
        properties
                .word("DeduplicationScope", List.of("messageGroup", "queue"))
                .ifPresent(value -> attributes.put("DeduplicationScope", value));
        properties
                .word("FifoThroughputLimit", List.of("perQueue", "perMessageGroupId"))
                .ifPresent(value -> attributes.put("FifoThroughputLimit", value));
    }

    private record Redrive(String deadLetterTargetArn, int maxReceiveCount) {

        static Redrive read(Properties policy) {
            Redrive redrive = new Redrive(
                    policy.requiredText("deadLetterTargetArn"),
                    policy.integer("maxReceiveCount", 1, 1000).orElseThrow(() -> policy.missing("maxReceiveCount")));
            policy.refuseOthers();
            return redrive;
        }

        String json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("deadLetterTargetArn", deadLetterTargetArn)
                    .put("maxReceiveCount", maxReceiveCount)
                    .toString();
        }
    }
}
