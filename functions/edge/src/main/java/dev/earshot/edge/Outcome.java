package dev.earshot.edge;

/** What became of one queue message. An outage is no outcome: it throws, and the message is tried again. */
public sealed interface Outcome {

    /** It is done with. */
    record Done() implements Outcome {}

    /**
     * It goes on to the next queue.
     *
     * @param body the message there
     */
    record Forward(String body) implements Outcome {}

    /**
     * It can never succeed: to the dead-letter queue, at once.
     *
     * @param reason for people, without anybody's words
     */
    record Refused(String reason) implements Outcome {}

    /**
     * Not now: it stays in flight until its visibility timeout passes.
     *
     * @param reason for people
     */
    record TryAgain(String reason) implements Outcome {}
}
