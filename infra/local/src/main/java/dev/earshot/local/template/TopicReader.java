package dev.earshot.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code AWS::SNS::Topic}. */
final class TopicReader implements ResourceReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        String name = scope.name(resource, properties, "TopicName", NAME);
        String arn = scope.environment().arn("sns", name);
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.text("DisplayName").ifPresent(value -> attributes.put("DisplayName", value));
        properties
                .word("SignatureVersion", List.of("1", "2"))
                .ifPresent(value -> attributes.put("SignatureVersion", value));
        properties.refuseOthers(
                "DataProtectionPolicy", "DeliveryStatusLogging", "KmsMasterKeyId", "Tags", "TracingConfig");
        return Built.of(
                Identity.of(arn, Map.of("TopicArn", arn, "TopicName", name)),
                new TopicResource(scope.logicalId(resource), name, arn, attributes, resource.at()));
    }
}
