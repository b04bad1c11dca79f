package dev.earshot.edge;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Builds SDK clients for functions: the smallest HTTP client, and time limits well inside a function's 10 s, so that an
 * outage is reported rather than timed out. Region, credentials and endpoints are the environment's.
 */
public final class AwsClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofMillis(1_500);
    private static final Duration CALL = Duration.ofMillis(2_500);

    private AwsClients() {}

    /** The client of a builder, such as {@code SqsClient.builder()}. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C create(B builder) {
        return create(builder, ATTEMPT, CALL, o -> {});
    }

    /**
     * The client of a builder for a service that needs other limits.
     *
     * @param attempt how long one attempt may take
     * @param call how long a call may take with all its attempts and the pauses between them
     * @param more what else is set, such as how to retry
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C create(
            B builder, Duration attempt, Duration call, Consumer<ClientOverrideConfiguration.Builder> more) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(attempt))
                .overrideConfiguration(
                        o -> more.accept(o.apiCallAttemptTimeout(attempt).apiCallTimeout(call)))
                .build();
    }
}
