package dev.earshot.core.queue;

/** What became of a queue message when it was read. */
public sealed interface Decoded<T> {

    /** It reads as what it should be. */
    record Read<T>(T value) implements Decoded<T> {}

    /**
     * It never will, however often it is tried.
     *
     * @param reason for people, without the message's words
     */
    record Poison<T>(String reason) implements Decoded<T> {}
}
