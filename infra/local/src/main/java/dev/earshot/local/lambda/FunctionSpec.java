package dev.earshot.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One function as the template describes it.
 *
 * @param name the function's name, as its logs and ARN show it
 * @param zip the packaged artifact: classes at the root and {@code lib/*.jar}, or an executable {@code bootstrap}
 * @param handler what the runtime calls, {@code package.Class::method}; a native {@code bootstrap} may ignore it
 * @param timeout how long one invocation may take; initialisation does not count
 * @param memoryMb memory in MiB; the JVM's heap is a share of it
 * @param environment the function's own variables; those that Lambda reserves win over them
 * @param region the region that the function believes to be in
 * @param accountId twelve digits, part of the function's ARN
 */
public record FunctionSpec(
        String name,
        Path zip,
        String handler,
        Duration timeout,
        int memoryMb,
        Map<String, String> environment,
        String region,
        String accountId) {

    private static final int LEAST_MEMORY_MB = 128;

    /** Refuses what Lambda refuses: no name, no time, less than 128 MiB. */
    public FunctionSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a function needs a name");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(name + ": the timeout must be longer than nothing");
        }
        if (memoryMb < LEAST_MEMORY_MB) {
            throw new IllegalArgumentException(name + ": Lambda gives at least 128 MiB of memory");
        }
        environment = Map.copyOf(environment);
    }

    /** The function's ARN, as invocations carry it. */
    public String arn() {
        return "arn:aws:lambda:" + region + ":" + accountId + ":function:" + name;
    }
}
