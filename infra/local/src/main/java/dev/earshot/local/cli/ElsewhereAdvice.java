package dev.earshot.local.cli;

import dev.earshot.core.subscription.StoredSubscription;
import dev.earshot.store.DynamoSubscriptions;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a subscriber has to know when SNS is not ours, but that of {@code AWS_ENDPOINT_URL}. */
final class ElsewhereAdvice {

    private ElsewhereAdvice() {}

    /** Lines to print about a subscription to mails, or by web address. */
    static List<String> on(RunningCloud cloud, String id, boolean byMail) {
        URI sns = cloud.service("sns");
        if (!byMail) {
            return List.of("SNS at " + sns + " delivers: where it runs in a container, 127.0.0.1 and localhost are that"
                    + " container; docs/localstack.md says which addresses reach this machine.");
        }
        return List.of(
                "There is no mailbox here: SNS is at " + sns + ". What becomes of mail there is its own affair.",
                "LocalStack sends none to confirm with; while the subscription is PENDING, it tells the token:",
                "  curl " + sns + "/_aws/sns/subscription-tokens/" + arn(cloud, id),
                "  aws --region " + cloud.region() + " --endpoint-url " + sns + " sns confirm-subscription --topic-arn "
                        + cloud.topicArn() + " --token TOKEN");
    }

    /** What SNS calls it. */
    private static String arn(RunningCloud cloud, String id) {
        try (DynamoDbClient dynamoDb = cloud.client(DynamoDbClient.builder(), "dynamodb")) {
            return new DynamoSubscriptions(dynamoDb, cloud.table())
                    .find(id)
                    .map(StoredSubscription::reference)
                    .orElse("SUBSCRIPTION_ARN");
        }
    }
}
