package dev.earshot.local.lambda;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Duration;

/** How one invocation ended. */
public sealed interface InvocationResult {

    /**
     * The function answered.
     *
     * @param payload its answer, usually JSON; empty when it wrote nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
    record Success(byte[] payload) implements InvocationResult {

        private static final ObjectReader JSON =
                new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        /**
         * The answer as JSON; a missing node when there is none.
         *
         * @throws IOException when it is anything else
         */
        public JsonNode json() throws IOException {
            return JSON.readTree(payload);
        }
    }

    /**
     * The function threw, could not be initialised, or answered more than Lambda carries.
     *
     * @param type the exception's class, or one of Lambda's own such as {@code Runtime.ExitError}
     * @param message what it said
     */
    record FunctionError(String type, String message) implements InvocationResult {}

    /**
     * The process ended while it worked on this.
     *
     * @param reason how the process ended
     */
    record Crashed(String reason) implements InvocationResult {}

    /**
     * The function took too long, and its process was killed.
     *
     * @param after the function's timeout
     */
    record TimedOut(Duration after) implements InvocationResult {}

    /**
     * The event is larger than Lambda takes; the function never saw it.
     *
     * @param bytes the event's size
     * @param limit the largest event taken
     */
    record TooLarge(int bytes, int limit) implements InvocationResult {}
}
