package dev.earshot.local.sqs;

/** Hears of what an event source cannot do; called from the pollers' threads. */
public interface SqsSourceListener {

    /**
     * The queue did not answer. The source goes on trying, slower with every failure.
     *
     * @param queueArn the queue
     * @param cause what it said
     */
    void outage(String queueArn, RuntimeException cause);

    /**
     * Messages stay in the queue, and come again when their visibility timeout has passed.
     *
     * @param queueArn the queue
     * @param failed how many stay
     * @param received how many were in the event
     * @param reason why, without the messages' words
     */
    void notDone(String queueArn, int failed, int received, String reason);
}
