package dev.earshot.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::SNS::Subscription} of a queue. */
final class SubscriptionReader implements ResourceReader {

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        properties.requiredWord("Protocol", List.of("sqs"));
        String topicArn = properties.requiredText("TopicArn");
        String queueArn = properties.requiredText("Endpoint");
        Map<String, String> attributes = new LinkedHashMap<>();
        properties
                .flag("RawMessageDelivery")
                .ifPresent(value -> attributes.put("RawMessageDelivery", value.toString()));
        properties
                .word("FilterPolicyScope", List.of("MessageAttributes", "MessageBody"))
                .ifPresent(value -> attributes.put("FilterPolicyScope", value));
        for (String policy : List.of("FilterPolicy", "RedrivePolicy")) {
            properties.value(policy).ifPresent(value -> attributes.put(policy, Json.of(value)));
        }
        properties.refuseOthers("Region");
        String arn = topicArn + ":" + resource.id();
        return Built.of(
                Identity.of(arn, Map.of("Arn", arn)),
                new SubscriptionResource(scope.logicalId(resource), topicArn, queueArn, attributes, resource.at()));
    }
}
