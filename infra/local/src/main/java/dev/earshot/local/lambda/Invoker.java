package dev.earshot.local.lambda;

import java.util.concurrent.CompletableFuture;

/** Whatever invokes one function and waits for its answer: {@code RequestResponse} in Lambda's words. */
@FunctionalInterface
public interface Invoker {

    /**
     * Invokes the function once.
     *
     * @param payload the event, JSON in UTF-8
     * @return how it ended; it never completes exceptionally, and only the function's owner completes it
     */
    CompletableFuture<InvocationResult> invoke(byte[] payload);
}
