package dev.earshot.local.cloud;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.sns.Delivery;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** What stands in for AWS: our own emulators, or those of another endpoint. */
interface Services extends AutoCloseable {

    /**
     * Starts our own emulators, or finds those of the endpoint.
     *
     * @param delivered hears of every delivery of our own SNS
     */
    static Services start(Optional<CloudEndpoint> endpoint, Consumer<Delivery> delivered) {
        return endpoint.<Services>map(EndpointServices::find).orElseGet(() -> EmbeddedServices.start(delivered));
    }

    /** What names the resources: nothing of that name is there yet. */
    String stackName();

    /** What ARNs say. */
    AwsIdentity identity();

    /** Where a service answers: sqs, dynamodb, sns, ssm. */
    URI address(String service);

    /** Our own emulators; empty at another endpoint. */
    Optional<Emulators> emulators();

    /** The environment by which functions find these instead of AWS. */
    Map<String, String> environment();

    /** A client of one of the services. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service);

    /** Creates or replaces a SecureString parameter. */
    void putSecret(String name, String value);

    /** Ends what was started, forgets what was put. */
    @Override
    void close();
}
