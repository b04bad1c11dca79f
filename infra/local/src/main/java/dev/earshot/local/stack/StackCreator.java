package dev.earshot.local.stack;

import dev.earshot.local.template.QueueResource;
import dev.earshot.local.template.Resource;
import dev.earshot.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates a template's queues, tables, topics and subscriptions. What exists already is brought to the template's state. */
public final class StackCreator {

    /** Enough to overlap the waiting; the emulators share this machine's cores. */
    private static final int THREADS = 8;

    private final QueueCreator queues;
    private final TableCreator tables;
    private final TopicCreator topics;

    /** Creates through these clients; they stay open. */
    public StackCreator(SqsClient sqs, DynamoDbClient dynamoDb, SnsClient sns) {
        this.queues = new QueueCreator(sqs);
        this.tables = new TableCreator(dynamoDb);
        this.topics = new TopicCreator(sns);
    }

    /**
     * Creates everything, side by side where it can, and returns when all of it can be used.
     *
     * @throws StackException when a service refuses a resource or does not answer
     */
    public void create(Template template) {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            Work work = new Work(executor);
            CompletableFuture<?> tablesReady = work.each(template.tables(), tables::create);
            CompletableFuture<?> topicsReady = work.each(template.topics(), topics::create);
            // A redrive policy names a queue that must exist.
            for (List<QueueResource> wave : QueueCreator.waves(template.queues())) {
                work.each(wave, queues::create).join();
            }
            topicsReady.join();
            work.each(template.subscriptions(), topics::subscribe).join();
            tablesReady.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        } finally {
            executor.shutdownNow();
        }
    }

    private record Work(ExecutorService executor) {

        <T extends Resource> CompletableFuture<Void> each(List<T> resources, Consumer<T> create) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            resources.forEach(
                    resource -> running.add(CompletableFuture.runAsync(() -> one(resource, create), executor)));
            return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
        }

        private static <T extends Resource> void one(T resource, Consumer<T> create) {
            try {
                create.accept(resource);
            } catch (SdkException e) {
                throw new StackException(resource, e);
            }
        }
    }
}
