package dev.earshot.local.redrive;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The dead-letter queues of a stack. {@code template.yaml} fixes their names: the stack, the stage's word, {@code dead};
 * a test holds it to that.
 */
public final class DeadLetterQueues {

    private static final String DEAD = "-dead";

    private final SqsClient sqs;
    private final String prefix;

    /** @param stack the stack's name; {@code earshot} in the local cloud */
    public DeadLetterQueues(SqsClient sqs, String stack) {
        this.sqs = sqs;
        this.prefix = stack + "-";
    }

    /** The queue of a stage's word or of a queue's name, with or without {@code -dead}. */
    public Optional<DeadLetterQueue> find(String named) {
        String stage = named.startsWith(prefix) ? named.substring(prefix.length()) : named;
        String source = prefix + (stage.endsWith(DEAD) ? stage.substring(0, stage.length() - DEAD.length()) : stage);
        try {
            return Optional.of(new DeadLetterQueue(sqs, url(source + DEAD), url(source)));
        } catch (QueueDoesNotExistException e) {
            return Optional.empty();
        }
    }

    /** The words of all stages that have one. */
    public List<String> stages() {
        return sqs.listQueuesPaginator(l -> l.queueNamePrefix(prefix).maxResults(1000)).queueUrls().stream()
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .filter(name -> name.startsWith(prefix) && name.endsWith(DEAD))
                .map(name -> name.substring(prefix.length(), name.length() - DEAD.length()))
                .sorted()
                .toList();
    }

    private String url(String name) {
        return sqs.getQueueUrl(g -> g.queueName(name)).queueUrl();
    }
}
