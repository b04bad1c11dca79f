package dev.earshot.emulators.sns;

/**
 * What became of one try to deliver, for whoever watches.
 *
 * @param subscriptionArn to whom
 * @param messageId what
 * @param attempt counted from 1
 * @param result how it went
 * @param detail a few words on a failure, such as {@code HTTP 500}; never the message's text
 */
public record Delivery(String subscriptionArn, String messageId, int attempt, Result result, String detail) {

    /** How a try went. */
    public enum Result {
        /** The endpoint took it. */
        DELIVERED,
        /** It failed and will be tried again. */
        WILL_RETRY,
        /** It failed for good; it went to the dead-letter queue if there is one. */
        GIVEN_UP
    }
}
