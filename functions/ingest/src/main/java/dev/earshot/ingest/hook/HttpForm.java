package dev.earshot.ingest.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hooks and answers as API Gateway's HTTP APIs speak of them, payload format 2.0. */
public final class HttpForm {

    private static final String PROBLEM = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "5";

    private HttpForm() {}

    /** The hook in an event. The bytes of the body are those that were sent. */
    public static Hook decode(APIGatewayV2HTTPEvent event) {
        Map<String, String> path = orEmpty(event.getPathParameters());
        Map<String, String> headers = new HashMap<>();
        orEmpty(event.getHeaders()).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Hook(
                event.getRequestContext().getHttp().getMethod().toUpperCase(Locale.ROOT),
                path.getOrDefault("source", ""),
                path.getOrDefault("secret", ""),
                headers,
                orEmpty(event.getQueryStringParameters()),
                body(event));
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(event.getBody())
                : event.getBody().getBytes(UTF_8);
    }

    /** The response that carries an answer. */
    public static APIGatewayV2HTTPResponse encode(HookAnswer answer) {
        if (answer instanceof HookAnswer.Accepted accepted) {
            return accepted.seeOther() == null
                    ? json(accepted)
                    : response(accepted.status(), Map.of("Location", accepted.seeOther()), "");
        } else if (answer instanceof HookAnswer.Handshake handshake) {
            return response(handshake.status(), handshake.headers(), handshake.body());
        } else if (answer instanceof HookAnswer.Malformed malformed) {
            return problem(400, "Bad Request", malformed.reason(), malformed.errors(), Map.of());
        } else if (answer instanceof HookAnswer.NotProven refused) {
            String detail = "Not proven: " + refused.reason() + ".";
            return problem(401, "Unauthorized", detail, List.of(), Map.of("WWW-Authenticate", refused.challenge()));
        } else if (answer instanceof HookAnswer.Forbidden forbidden) {
            return problem(403, "Forbidden", forbidden.reason(), List.of(), Map.of("Allow", "POST"));
        } else if (answer instanceof HookAnswer.Unsupported unsupported) {
            return problem(415, "Unsupported Media Type", unsupported.reason(), List.of(), Map.of());
        } else if (answer instanceof HookAnswer.UnknownSource) {
            return problem(404, "Not Found", "There is no such source.", List.of(), Map.of());
        } else if (answer instanceof HookAnswer.WrongMethod) {
            String detail = "Webhooks come by POST.";
            return problem(405, "Method Not Allowed", detail, List.of(), Map.of("Allow", "POST"));
        } else if (answer instanceof HookAnswer.TooLarge) {
            return problem(413, "Content Too Large", "A body has at most 1 MB.", List.of(), Map.of());
        }
        String detail = ((HookAnswer.Unavailable) answer).reason() + " Send it again.";
        Map<String, String> retry = Map.of("Retry-After", RETRY_AFTER_SECONDS);
        return problem(503, "Service Unavailable", detail, List.of(), retry);
    }

    private static APIGatewayV2HTTPResponse json(HookAnswer.Accepted accepted) {
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        body.put("accepted", accepted.mentions().size()).put("ignored", accepted.ignored());
        ArrayNode ids = body.putArray("mentionIds");
        accepted.mentions().forEach(id -> ids.add(id.value()));
        if (!accepted.errors().isEmpty()) {
            body.set("errors", EarshotJson.mapper().valueToTree(accepted.errors()));
        }
        return response(accepted.status(), Map.of("Content-Type", "application/json"), body.toString());
    }

    /** A problem document of RFC 9457. */
    private static APIGatewayV2HTTPResponse problem(
            int status, String title, String detail, List<FieldError> errors, Map<String, String> more) {
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!errors.isEmpty()) {
            body.set("errors", EarshotJson.mapper().valueToTree(errors));
        }
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", PROBLEM);
        return response(status, headers, body.toString());
    }

    private static APIGatewayV2HTTPResponse response(int status, Map<String, String> headers, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
