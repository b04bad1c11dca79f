package dev.earshot.local.cloud;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.EmulatorOptions;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.sns.Delivery;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** Our own emulators in this process. */
record EmbeddedServices(Emulators running) implements Services {

    static EmbeddedServices start(Consumer<Delivery> delivered) {
        return new EmbeddedServices(Emulators.start(EmulatorOptions.defaults().withSnsWatcher(delivered)));
    }

    @Override
    public String stackName() {
        return "earshot";
    }

    @Override
    public AwsIdentity identity() {
        return running.identity();
    }

    @Override
    public URI address(String service) {
        return switch (service) {
            case "sqs" -> running.sqs();
            case "dynamodb" -> running.dynamoDb();
            case "sns" -> running.sns();
            case "ssm" -> running.ssm();
            default -> throw new IllegalArgumentException("not emulated: " + service);
        };
    }

    @Override
    public Optional<Emulators> emulators() {
        return Optional.of(running);
    }

    @Override
    public Map<String, String> environment() {
        return running.environment();
    }

    @Override
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        return Sdk.client(builder, address(service), identity());
    }

    @Override
    public void putSecret(String name, String value) {
        running.ssmEmulator().putSecret(name, value);
    }

    @Override
    public void close() {
        running.close();
    }
}
