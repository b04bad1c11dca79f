package dev.earshot.local.lambda;

import java.util.List;

/** A function that cannot be started: its message names the function, the error and the last lines it wrote. */
public final class InitFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InitFailedException(String function, int attempts, InvocationResult.FunctionError error, List<String> lastLines) {
        super("%s could not be initialised, %d attempts: %s: %s%n%s"
                .formatted(function, attempts, error.type(), error.message(), String.join("\n", lastLines)));
    }
}
