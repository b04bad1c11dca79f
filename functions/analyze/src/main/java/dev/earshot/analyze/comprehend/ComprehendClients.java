package dev.earshot.analyze.comprehend;

import dev.earshot.edge.AwsClients;
import dev.earshot.edge.Metrics;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.ComprehendClientBuilder;

/** Clients of Comprehend that try again when they are throttled, for three seconds at most. */
public final class ComprehendClients {

    /** How long a call may take with all its attempts. */
    static final Duration CALL = Duration.ofSeconds(3);

    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private ComprehendClients() {}

    /**
     * The client of a builder.
     *
     * @param metrics counts {@code ComprehendThrottled}: every attempt that Comprehend put off, retried or not
     */
    public static ComprehendClient create(ComprehendClientBuilder builder, Metrics metrics) {
        return AwsClients.create(
                builder, ATTEMPT, CALL, o -> o.retryStrategy(retries()).addMetricPublisher(new ThrottleCount(metrics)));
    }

    private static StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
                .build();
    }
}
