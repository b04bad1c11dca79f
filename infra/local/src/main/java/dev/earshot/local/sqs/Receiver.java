package dev.earshot.local.sqs;

import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Receives messages; what the batching needs of a queue. */
@FunctionalInterface
interface Receiver {

    /** The most that SQS returns at once. */
    int MOST = 10;

    /**
     * Receives once.
     *
     * @param most the most messages wanted, at most {@value #MOST}
     * @return what came within about a second, possibly nothing
     */
    List<Message> receive(int most);
}
