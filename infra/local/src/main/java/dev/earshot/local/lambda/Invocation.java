package dev.earshot.local.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. */
final class Invocation {

    private final String id = UUID.randomUUID().toString();
    private final byte[] payload;
    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

    Invocation(byte[] payload) {
        this.payload = payload;
    }

    String id() {
        return id;
    }

    /** In the form of X-Ray, made of the id: eight digits, then twenty-four. */
    String traceId() {
        String digits = id.replace("-", "");
        return "1-" + digits.substring(0, 8) + "-" + digits.substring(8);
    }

    byte[] payload() {
        return payload;
    }

    CompletableFuture<InvocationResult> result() {
        return result;
    }

    /** Ends the invocation; of several endings (an answer just as the time runs out) the first counts. */
    boolean end(InvocationResult ending) {
        return result.complete(ending);
    }
}
