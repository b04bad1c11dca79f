package dev.earshot.emulators;

/**
 * Where the emulators pretend to be: every ARN they hand out names this region and account.
 *
 * @param region an AWS region name
 * @param accountId twelve digits
 */
public record AwsIdentity(String region, String accountId) {

    /** The identity used unless another is given. */
    public static final AwsIdentity LOCAL = new AwsIdentity("eu-central-1", "000000000000");

    /** Refuses a region or account that could not stand in an ARN. */
    public AwsIdentity {
        if (!region.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a region: " + region);
        }
        if (!accountId.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("not an account id: " + accountId);
        }
    }

    /** The ARN of a resource: {@code arn:aws:<service>:<region>:<account>:<resource>}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
