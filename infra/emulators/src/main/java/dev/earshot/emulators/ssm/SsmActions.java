package dev.earshot.emulators.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.AwsIdentity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The actions: JSON in, JSON out. */
final class SsmActions {

    private static final int MAX_PAGE = 10;

    private final ParameterStore store;
    private final AwsIdentity identity;
    private final Map<String, Function<JsonNode, ObjectNode>> actions = Map.of(
            "GetParameter", this::getParameter,
            "GetParametersByPath", this::getParametersByPath,
            "PutParameter", this::putParameter,
            "DeleteParameter", this::deleteParameter);

    SsmActions(ParameterStore store, AwsIdentity identity) {
        this.store = store;
        this.identity = identity;
    }

    ObjectNode perform(@Nullable String action, JsonNode request) {
        Function<JsonNode, ObjectNode> known = action == null ? null : actions.get(action);
        if (known == null) {
            throw new SsmError("UnknownOperationException", "Not emulated: " + action);
        }
        return known.apply(request);
    }

    private ObjectNode getParameter(JsonNode request) {
        Parameter found = store.get(text(request, "Name"));
        return object().set("Parameter", describe(found, flag(request, "WithDecryption")));
    }

    private ObjectNode getParametersByPath(JsonNode request) {
        if (!request.path("ParameterFilters").isEmpty()) {
            throw SsmError.validation("ParameterFilters are not emulated.");
        }
        String path = text(request, "Path");
        if (!path.startsWith("/")) {
            throw SsmError.validation("The parameter path must start with \"/\".");
        }
        List<Parameter> all = store.under(path, flag(request, "Recursive"));
        int from = start(request, all.size());
        int to = Math.min(all.size(), from + pageSize(request));
        ObjectNode answer = object();
        boolean decrypt = flag(request, "WithDecryption");
        all.subList(from, to).forEach(p -> answer.withArray("Parameters").add(describe(p, decrypt)));
        if (to < all.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }

    private ObjectNode putParameter(JsonNode request) {
        String type = request.hasNonNull("Type") ? text(request, "Type") : null;
        Parameter put = store.put(text(request, "Name"), type, text(request, "Value"), flag(request, "Overwrite"));
        return object().put("Version", put.version()).put("Tier", "Standard");
    }

    private ObjectNode deleteParameter(JsonNode request) {
        store.delete(text(request, "Name"));
        return object();
    }

    private ObjectNode describe(Parameter parameter, boolean withDecryption) {
        String separator = parameter.name().startsWith("/") ? "" : "/";
        return object().put("Name", parameter.name())
                .put("Type", parameter.type())
                .put("Value", parameter.readable(withDecryption))
                .put("Version", parameter.version())
                .put("LastModifiedDate", parameter.modifiedAt().toEpochMilli() / 1000.0)
                .put("ARN", identity.arn("ssm", "parameter" + separator + parameter.name()))
                .put("DataType", "text");
    }

    private static int pageSize(JsonNode request) {
        int size = request.path("MaxResults").asInt(MAX_PAGE);
        if (size < 1 || size > MAX_PAGE) {
            throw SsmError.validation("1 validation error detected: Value '" + size + "' at 'maxResults' failed to "
                    + "satisfy constraint: Member must have value between 1 and " + MAX_PAGE);
        }
        return size;
    }

    private static int start(JsonNode request, int size) {
        int start = request.hasNonNull("NextToken") ? request.path("NextToken").asInt(-1) : 0;
        if (start < 0 || start > size) {
            throw new SsmError("InvalidNextToken", "The specified token is not valid.");
        }
        return start;
    }

    private static String text(JsonNode request, String field) {
        JsonNode value = request.path(field);
        if (!value.isTextual()) {
            throw SsmError.validation("1 validation error detected: Value at '" + field
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value.textValue();
    }

    private static boolean flag(JsonNode request, String field) {
        return request.path(field).asBoolean(false);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
