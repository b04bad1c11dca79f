package dev.earshot.local.cli;

import java.net.URI;
import java.util.List;

/** What a subscriber has to know when SNS is not ours, but that of {@code AWS_ENDPOINT_URL}. */
final class ElsewhereAdvice {

    private ElsewhereAdvice() {}

    /** Lines to print about a subscription to mails, or by web address. */
    static List<String> on(RunningCloud cloud, String subscriptionArn, boolean byMail) {
        URI sns = cloud.service("sns");
        if (!byMail) {
            return List.of("SNS at " + sns + " delivers: where it runs in a container, 127.0.0.1 and localhost are that"
                    + " container; docs/localstack.md says which addresses reach this machine.");
        }
        return List.of(
                "There is no mailbox here: SNS is at " + sns + ". What becomes of mail there is its own affair.",
                "LocalStack sends none to confirm with; while the subscription is PENDING, it tells the token:",
                "  curl " + sns + "/_aws/sns/subscription-tokens/" + subscriptionArn,
                "  aws --region " + cloud.region() + " --endpoint-url " + sns + " sns confirm-subscription --topic-arn "
                        + cloud.topicArn() + " --token TOKEN");
    }
}
