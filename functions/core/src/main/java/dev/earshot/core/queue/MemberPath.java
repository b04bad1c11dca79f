package dev.earshot.core.queue;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.earshot.core.mention.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which member of a message is wrong and how, in our words alone: a message's own could be anybody's. */
final class MemberPath {

    private MemberPath() {}

    /** Why the member at {@code pointer} could not be read, such as {@code /mention/createdAt is no Instant}. */
    static String fault(String pointer, JsonMappingException e) {
        List<Reference> path = e.getPath();
        if (e instanceof UnrecognizedPropertyException) {
            // The last step is a name that the message made up.
            return pointer + steps(path.subList(0, path.size() - 1)) + " has a member that is not known";
        }
        return pointer + steps(path) + reason(e);
    }

    /** The first text within {@code node} with characters that no queue takes, as a pointer; empty when there is none. */
    static Optional<String> unsendable(String pointer, JsonNode node) {
        if (node.isTextual()) {
            return Text.travels(node.textValue()) ? Optional.empty() : Optional.of(pointer);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Optional<String> within = unsendable(pointer + "/" + member.getKey(), member.getValue());
            if (within.isPresent()) {
                return within;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> within = unsendable(pointer + "/" + i, node.get(i));
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static String steps(List<Reference> path) {
        StringBuilder steps = new StringBuilder();
        for (Reference step : path) {
            steps.append('/')
                    .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
        }
        return steps.toString();
    }

    private static String reason(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException rule) {
            return ": " + rule.getMessage();
        } else if (e.getCause() instanceof NullPointerException) {
            return " lacks a member";
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? " is no " + mismatch.getTargetType().getSimpleName()
                : " cannot be read";
    }
}
