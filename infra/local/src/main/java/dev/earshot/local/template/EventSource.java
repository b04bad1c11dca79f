package dev.earshot.local.template;

import java.util.Optional;

/** What invokes a function. */
public sealed interface EventSource {

    /** Its key under the function's {@code Events}. */
    String name();

    /** Where it is declared. */
    Position at();

    /**
     * Requests to an HTTP API, in payload format 2.0.
     *
     * @param apiId the {@link HttpApiResource#id()}
     * @param method an upper-case verb or {@code ANY}
     * @param path with its {@code {variables}} and {@code {greedy+}}, or {@code $default}: whatever no other route takes
     */
    record HttpRoute(String name, String apiId, String method, String path, Position at) implements EventSource {}

    /**
     * Messages of a queue.
     *
     * @param batchSize at most so many messages per invocation, 1 to 10000
     * @param windowSeconds how long a batch may wait to fill, 0 to 300
     * @param reportBatchItemFailures whether the answer names the messages that failed
     * @param maxConcurrency at most so many invocations at once, 2 to 1000; absent: no limit of its own
     * @param enabled whether it polls at all
     */
    record SqsSource(
            String name,
            String queueArn,
            int batchSize,
            int windowSeconds,
            boolean reportBatchItemFailures,
            Optional<Integer> maxConcurrency,
            boolean enabled,
            Position at)
            implements EventSource {}

    /**
     * The clock.
     *
     * @param expression {@code rate(5 minutes)} or {@code cron(0 8 ? * MON-FRI *)}, as AWS writes them
     * @param timezone an IANA zone, {@code UTC} unless given
     * @param enabled whether it fires at all
     * @param input the JSON event; absent: what EventBridge sends by itself
     */
    record Schedule(
            String name, String expression, String timezone, boolean enabled, Optional<String> input, Position at)
            implements EventSource {}
}
