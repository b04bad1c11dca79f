package dev.earshot.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.local.lambda.InvocationResult.Success;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Reads a function's partial batch response, {@code {"batchItemFailures": [{"itemIdentifier": id}]}}. */
final class BatchAnswer {

    private BatchAnswer() {}

    /**
     * The messages that failed, as Lambda understands the answer. No answer, {@code null}, an empty object and an empty
     * or absent list mean that none did. What cannot be understood, or names a message that was not in the event, means
     * that all did: better twice than never.
     */
    static Set<String> failures(Success answer, Set<String> sent) {
        try {
            JsonNode root = answer.json();
            if (root.isMissingNode() || root.isNull()) {
                return Set.of();
            }
            return root.isObject() ? listed(root.path("batchItemFailures"), sent) : sent;
        } catch (IOException e) {
            return sent;
        }
    }

    private static Set<String> listed(JsonNode items, Set<String> sent) {
        if (items.isMissingNode() || items.isNull()) {
            return Set.of();
        }
        if (!items.isArray()) {
            return sent;
        }
        Set<String> failed = new HashSet<>();
        for (JsonNode item : items) {
            String id = item.path("itemIdentifier").asText("");
            if (!sent.contains(id)) {
                return sent;
            }
            failed.add(id);
        }
        return failed;
    }
}
