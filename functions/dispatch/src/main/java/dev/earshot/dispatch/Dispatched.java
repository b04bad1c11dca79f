package dev.earshot.dispatch;

/** What became of an analyzed mention. */
public sealed interface Dispatched {

    /**
     * It is stored, and every notice that it caused is published.
     *
     * @param opened how many cases this call opened
     * @param notices how many notices this call published
     */
    record Stored(int opened, int notices) implements Dispatched {}

    /** Another delivery of it is at work right now, or too many are: look again later. */
    record Busy(String reason) implements Dispatched {}
}
