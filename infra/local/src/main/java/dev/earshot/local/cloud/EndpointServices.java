package dev.earshot.local.cloud;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Emulators;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The services of another endpoint. Each run has a stack name of its own there, so that it finds nothing stored. */
final class EndpointServices implements Services {

    private static final Pattern TOPIC_ARN = Pattern.compile("arn:aws:sns:([a-z0-9-]+):([0-9]{12}):.*");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CloudEndpoint endpoint;
    private final String stackName;
    private final AwsIdentity identity;
    private final SsmClient ssm;
    private final List<String> parameters = new CopyOnWriteArrayList<>();

    private EndpointServices(CloudEndpoint endpoint, String stackName, AwsIdentity identity) {
        this.endpoint = endpoint;
        this.stackName = stackName;
        this.identity = identity;
        this.ssm = endpoint.client(SsmClient.builder());
    }

    /**
     * Asks the endpoint which account it takes us for, by a topic that it makes and deletes.
     *
     * @throws EndpointException when nothing answers there as AWS does
     */
    static EndpointServices find(CloudEndpoint endpoint) {
        String stackName = "earshot-" + UUID.randomUUID().toString().substring(0, 8);
        try (SnsClient sns =
                endpoint.client(SnsClient.builder().overrideConfiguration(c -> c.apiCallTimeout(PATIENCE)))) {
            String arn = sns.createTopic(t -> t.name(stackName + "-who-am-i")).topicArn();
            Matcher named = TOPIC_ARN.matcher(String.valueOf(arn));
            if (!named.matches()) {
                throw new EndpointException("what answers at " + endpoint + " is not SNS");
            }
            sns.deleteTopic(t -> t.topicArn(arn));
            return new EndpointServices(endpoint, stackName, new AwsIdentity(named.group(1), named.group(2)));
        } catch (SdkException e) {
            throw new EndpointException(
                    "nothing at " + endpoint + " answers as AWS does; start LocalStack or Floci there, or unset it", e);
        }
    }

    @Override
    public String stackName() {
        return stackName;
    }

    @Override
    public AwsIdentity identity() {
        return identity;
    }

    @Override
    public URI address(String service) {
        return endpoint.uri();
    }

    @Override
    public Optional<Emulators> emulators() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> environment() {
        return endpoint.environment();
    }

    @Override
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        return endpoint.client(builder);
    }

    @Override
    public void putSecret(String name, String value) {
        try {
            ssm.putParameter(p -> p.name(name).value(value).type(ParameterType.SECURE_STRING));
            parameters.add(name);
        } catch (SdkException e) {
            // Its message may repeat the secret.
            throw new EndpointException("SSM at " + endpoint + " does not take the SecureString " + name, e);
        }
    }

    @Override
    public void close() {
        try (ssm) {
            parameters.forEach(name -> ssm.deleteParameter(p -> p.name(name)));
        }
    }
}
