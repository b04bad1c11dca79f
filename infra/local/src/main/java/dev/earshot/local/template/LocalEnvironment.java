package dev.earshot.local.template;

import dev.earshot.emulators.AwsIdentity;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * What the template's pseudo parameters and addresses stand for on this machine.
 *
 * @param stackName {@code AWS::StackName}; names the resources that have no name of their own
 * @param region {@code AWS::Region}
 * @param accountId {@code AWS::AccountId}, 12 digits
 * @param partition {@code AWS::Partition}
 * @param sqsEndpoint where SQS answers; queue URLs are {@code sqsEndpoint/accountId/name}
 * @param httpAddress where the HTTP API answers; its {@code ApiEndpoint}
 */
public record LocalEnvironment(
        String stackName, String region, String accountId, String partition, URI sqsEndpoint, URI httpAddress) {

    private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

    /** Refuses what CloudFormation would refuse. */
    public LocalEnvironment {
        if (!STACK_NAME.matcher(stackName).matches()) {
            throw new IllegalArgumentException("not a stack name: " + stackName);
        }
        if (!ACCOUNT_ID.matcher(accountId).matches()) {
            throw new IllegalArgumentException("not an account id of 12 digits: " + accountId);
        }
    }

    /** The stack {@code earshot} in the region and account of the emulators. */
    public static LocalEnvironment at(URI sqsEndpoint, URI httpAddress) {
        return new LocalEnvironment(
                "earshot", AwsIdentity.LOCAL.region(), AwsIdentity.LOCAL.accountId(), "aws", sqsEndpoint, httpAddress);
    }

    LocalEnvironment nested(String logicalId) {
        return new LocalEnvironment(
                stackName + "-" + logicalId, region, accountId, partition, sqsEndpoint, httpAddress);
    }

    /** {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE}. */
    String arn(String service, String resource) {
        return String.join(":", "arn", partition, service, region, accountId, resource);
    }

    String stackId() {
        return arn("cloudformation", "stack/" + stackName + "/local");
    }

    String queueUrl(String name) {
        return withoutSlash(sqsEndpoint) + "/" + accountId + "/" + name;
    }

    String apiEndpoint() {
        return withoutSlash(httpAddress);
    }

    private static String withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
