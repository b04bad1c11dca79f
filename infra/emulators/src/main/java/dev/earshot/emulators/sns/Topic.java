package dev.earshot.emulators.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A topic and the attributes that were set on it. */
record Topic(String arn, Map<String, String> attributes) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern FEEDBACK = Pattern.compile("(HTTP|SQS|Lambda|Firehose|Application)"
            + "(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)");
    private static final String SIGNATURE_VERSION = "SignatureVersion";
    private static final Set<String> NAMES =
            Set.of("Policy", "DisplayName", "DeliveryPolicy", "KmsMasterKeyId", "TracingConfig", SIGNATURE_VERSION);

    Topic {
        attributes = Map.copyOf(attributes);
        attributes.forEach(Topic::check);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw SnsError.invalidParameter("Topic Name");
        }
    }

    Topic with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new Topic(arn, changed);
    }

    /** 1 or 2; which signature deliveries carry. */
    String signatureVersion() {
        return attributes.getOrDefault(SIGNATURE_VERSION, "1");
    }

    private static void check(String name, String value) {
        if (!NAMES.contains(name) && !FEEDBACK.matcher(name).matches()) {
            throw SnsError.invalidParameter("AttributeName");
        }
        if (name.equals(SIGNATURE_VERSION) && !value.equals("1") && !value.equals("2")) {
            throw SnsError.invalidParameter("SignatureVersion");
        }
    }
}
