package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a subscriber chose: filter, raw delivery, dead-letter queue. Invalid choices cannot exist. */
final class SubscriptionAttributes {

    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";
    private static final String RAW = "RawMessageDelivery";
    private static final String REDRIVE = "RedrivePolicy";
    private static final Set<String> NAMES = Set.of(POLICY, SCOPE, RAW, REDRIVE, "DeliveryPolicy");
    private static final Map<String, String> DEFAULTS = Map.of(RAW, "false", SCOPE, "MessageAttributes");

    private final Protocol protocol;
    private final Map<String, String> values;
    private final @Nullable FilterPolicy filter;
    private final @Nullable String deadLetterArn;

    private SubscriptionAttributes(Protocol protocol, Map<String, String> values) {
        this.protocol = protocol;
        this.values = values;
        values.keySet().forEach(SubscriptionAttributes::checkName);
        this.filter = FilterPolicy.compile(values.getOrDefault(POLICY, ""), FilterPolicy.Scope.named(value(SCOPE)));
        this.deadLetterArn = deadLetter(values.getOrDefault(REDRIVE, ""));
        checkRaw();
    }

    /** Those given, the rest by default. */
    static SubscriptionAttributes of(Protocol protocol, Map<String, String> given) {
        return new SubscriptionAttributes(protocol, Map.copyOf(given));
    }

    /** These with one changed. */
    SubscriptionAttributes with(String name, String value) {
        checkName(name);
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return of(protocol, changed);
    }

    /** Whether every one of these asked for is what is in force already. */
    boolean agreesWith(Map<String, String> asked) {
        return asked.entrySet().stream().allMatch(entry -> same(entry.getValue(), value(entry.getKey())));
    }

    boolean raw() {
        return value(RAW).equalsIgnoreCase("true");
    }

    boolean wants(String body, Map<String, MessageAttribute> attributes) {
        return filter == null || filter.wants(body, attributes);
    }

    @Nullable
    String deadLetterArn() {
        return deadLetterArn;
    }

    /** As GetSubscriptionAttributes shows them: what is empty is left out. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(RAW, Boolean.toString(raw()));
        values.forEach((name, value) -> {
            if (!value.isEmpty() && !name.equals(RAW)) {
                shown.put(name, value);
            }
        });
        if (filter != null) {
            shown.put(SCOPE, value(SCOPE));
        }
        return shown;
    }

    private String value(String name) {
        return values.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
    }

    private void checkRaw() {
        String raw = value(RAW);
        if (!raw.equalsIgnoreCase("true") && !raw.equalsIgnoreCase("false")) {
            throw SnsError.invalidParameter("RawMessageDelivery: Invalid value [" + raw + "]. Must be true or false.");
        }
        if (raw() && protocol.isMail()) {
            throw SnsError.invalidParameter("RawMessageDelivery: Delivery protocol [" + protocol.wireName()
                    + "] does not support raw message delivery.");
        }
    }

    private static void checkName(String name) {
        if (!NAMES.contains(name)) {
            throw SnsError.invalidParameter("AttributeName");
        }
    }

    private static @Nullable String deadLetter(String redrivePolicy) {
        if (redrivePolicy.isEmpty()) {
            return null;
        }
        ObjectNode policy = Json.objectOrNull(redrivePolicy);
        String arn = policy == null ? "" : policy.path("deadLetterTargetArn").asText();
        if (!Protocol.isQueueArn(arn)) {
            throw SnsError.invalidParameter("RedrivePolicy: deadLetterTargetArn must be the ARN of a queue");
        }
        return arn;
    }

    /** Equal as text, or as JSON: a template that was only reformatted asks for nothing new. */
    private static boolean same(String one, String other) {
        ObjectNode json = Json.objectOrNull(one);
        return one.equals(other) || (json != null && Objects.equals(json, Json.objectOrNull(other)));
    }
}
