package dev.earshot.emulators.sns;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How a subscription is delivered, and what its endpoint must look like. */
enum Protocol {
    HTTP("http"),
    HTTPS("https"),
    EMAIL("email"),
    EMAIL_JSON("email-json"),
    SQS("sqs");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");
    private static final Pattern QUEUE =
            Pattern.compile("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}(\\.fifo)?");

    private final String wireName;

    Protocol(String wireName) {
        this.wireName = wireName;
    }

    /** The one of this name, if it is emulated. */
    static Protocol named(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.wireName.equals(name))
                .findAny()
                .orElseThrow(
                        () -> SnsError.invalidParameter("Amazon SNS does not support this protocol string: " + name));
    }

    String wireName() {
        return wireName;
    }

    boolean isWeb() {
        return this == HTTP || this == HTTPS;
    }

    boolean isMail() {
        return this == EMAIL || this == EMAIL_JSON;
    }

    /** Refuses an endpoint that this protocol cannot reach. */
    void check(String endpoint) {
        switch (this) {
            case HTTP, HTTPS -> checkWeb(endpoint);
            case EMAIL, EMAIL_JSON -> {
                if (!MAIL.matcher(endpoint).matches()) {
                    throw SnsError.invalidParameter("Email address");
                }
            }
            case SQS -> {
                if (!isQueueArn(endpoint)) {
                    throw SnsError.invalidParameter("SQS endpoint ARN");
                }
            }
        }
    }

    static boolean isQueueArn(String text) {
        return QUEUE.matcher(text).matches();
    }

    private void checkWeb(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (!wireName.equalsIgnoreCase(uri.getScheme())) {
                throw SnsError.invalidParameter("Endpoint must match the specified protocol");
            }
            if (uri.getHost() == null) {
                throw SnsError.invalidParameter("Endpoint Reason: no host");
            }
        } catch (URISyntaxException e) {
            throw SnsError.invalidParameter("Endpoint Reason: not a URL");
        }
    }
}
