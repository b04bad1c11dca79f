package dev.earshot.core.notice;

/** Sends a notice to all who subscribed to its department. */
@FunctionalInterface
public interface NoticePublisher {

    /** Publishes; an outage throws, and the notice is published again later under the same id. */
    void publish(Notice notice);
}
