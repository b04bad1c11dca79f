package dev.earshot.emulators.sns;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses that the emulator puts into what it sends, and serves itself. */
record Links(URI base, String certificatePath) {

    static final String CONFIRM_PAGE = "/confirmation.html";
    static final String UNSUBSCRIBE_PAGE = "/unsubscribe.html";

    String certificate() {
        return base + certificatePath;
    }

    /** For programs: answers XML. */
    String confirm(String topicArn, String token) {
        return base + "/?Action=ConfirmSubscription&TopicArn=" + encode(topicArn) + "&Token=" + encode(token);
    }

    /** For programs: answers XML. */
    String unsubscribe(String subscriptionArn) {
        return base + "/?Action=Unsubscribe&SubscriptionArn=" + encode(subscriptionArn);
    }

    /** For people: answers a page. */
    URI confirmPage(String topicArn, String token, String endpoint) {
        return URI.create(base + CONFIRM_PAGE + "?TopicArn=" + encode(topicArn) + "&Token=" + encode(token)
                + "&Endpoint=" + encode(endpoint));
    }

    /** For people: answers a page. */
    URI unsubscribePage(String subscriptionArn, String endpoint) {
        return URI.create(base + UNSUBSCRIBE_PAGE + "?SubscriptionArn=" + encode(subscriptionArn) + "&Endpoint="
                + encode(endpoint));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
