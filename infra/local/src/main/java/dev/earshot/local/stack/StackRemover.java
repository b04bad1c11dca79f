package dev.earshot.local.stack;

import dev.earshot.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Deletes what a {@link StackCreator} has created, as far as it came. */
public final class StackRemover {

    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final SnsClient sns;

    /** Deletes through these clients; they stay open. */
    public StackRemover(SqsClient sqs, DynamoDbClient dynamoDb, SnsClient sns) {
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.sns = sns;
    }

    /**
     * Deletes topics with their subscriptions, queues and tables; passes over what is not there.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when nobody answers any more, or one is not deleted
     */
    public void remove(Template template) {
        List<Runnable> deletions = new ArrayList<>();
        template.topics().forEach(topic -> deletions.add(() -> sns.deleteTopic(t -> t.topicArn(topic.arn()))));
        template.queues().forEach(queue -> deletions.add(() -> sqs.deleteQueue(q -> q.queueUrl(queue.url()))));
        template.tables().forEach(table -> deletions.add(() -> dynamoDb.deleteTable(t -> t.tableName(table.name()))));
        List<AwsServiceException> refusals = new ArrayList<>();
        deletions.forEach(deletion -> run(deletion, refusals));
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    /** A refusal is kept for later: the others must still go. */
    private static void run(Runnable deletion, List<AwsServiceException> refusals) {
        try {
            deletion.run();
        } catch (QueueDoesNotExistException | NotFoundException | ResourceNotFoundException e) {
            // It was not created before something went wrong.
        } catch (AwsServiceException e) {
            refusals.add(e);
        }
    }
}
