package dev.earshot.analyze.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.routing.Decision;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trials as API Gateway's HTTP APIs speak of them, payload format 2.0. */
public final class TrialForm {

    private static final String RETRY_AFTER_SECONDS = "5";

    private TrialForm() {}

    /** A header of an event, whatever its case; empty when there is none. */
    public static String header(APIGatewayV2HTTPEvent event, String name) {
        if (event.getHeaders() == null) {
            return "";
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(event.getHeaders());
        return headers.getOrDefault(name, "");
    }

    /** The body of an event; what is not UTF-8 in it becomes U+FFFD. */
    public static String body(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return "";
        }
        return event.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(event.getBody()), UTF_8)
                : event.getBody();
    }

    /** The response that carries an answer. */
    public static APIGatewayV2HTTPResponse encode(TrialAnswer answer) {
        if (answer instanceof TrialAnswer.Tried tried) {
            return response(200, "application/json", Map.of(), json(tried));
        } else if (answer instanceof TrialAnswer.NotProven notProven) {
            return notProven.hadToken()
                    ? challenge("The bearer token is not accepted.", "Bearer error=\"invalid_token\"")
                    : challenge("A bearer token is needed.", "Bearer");
        } else if (answer instanceof TrialAnswer.Invalid invalid) {
            String detail = "The body is not as the API wants it.";
            return problem(400, "Bad Request", detail, invalid.errors(), Map.of());
        } else if (answer instanceof TrialAnswer.TooLarge) {
            return problem(413, "Content Too Large", "A body has at most 64 KB.", List.of(), Map.of());
        } else if (answer instanceof TrialAnswer.NotJson) {
            return problem(415, "Unsupported Media Type", "Send application/json.", List.of(), Map.of());
        } else if (answer instanceof TrialAnswer.Failed failed) {
            String detail = "Something went wrong here. The log knows it as " + failed.id() + ".";
            return problem(500, "Internal Server Error", detail, List.of(), Map.of());
        }
        String reason = ((TrialAnswer.NotNow) answer).reason();
        Map<String, String> retry = Map.of("Retry-After", RETRY_AFTER_SECONDS);
        return problem(503, "Service Unavailable", reason, List.of(), retry);
    }

    private static APIGatewayV2HTTPResponse challenge(String detail, String challenge) {
        return problem(401, "Unauthorized", detail, List.of(), Map.of("WWW-Authenticate", challenge));
    }

    private static ObjectNode json(TrialAnswer.Tried tried) {
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        body.set("analysis", EarshotJson.mapper().valueToTree(tried.analysis()));
        ObjectNode decision = body.putObject("decision");
        ArrayNode departments = decision.putArray("departments");
        if (tried.decision() instanceof Decision.Routed routed) {
            for (Decision.Assignment one : routed.assignments()) {
                departments
                        .addObject()
                        .put("id", one.department().id())
                        .put("priority", one.priority().name())
                        .set("because", EarshotJson.mapper().valueToTree(one.because()));
            }
        }
        decision.set(
                "noise",
                tried.decision() instanceof Decision.Noise noise
                        ? EarshotJson.mapper().valueToTree(noise.reason())
                        : null);
        decision.put("unrouted", tried.decision() instanceof Decision.Unrouted);
        return body;
    }

    /** A problem document of RFC 9457. */
    private static APIGatewayV2HTTPResponse problem(
            int status, String title, String detail, List<InvalidMember> errors, Map<String, String> more) {
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!errors.isEmpty()) {
            body.set("errors", EarshotJson.mapper().valueToTree(errors));
        }
        return response(status, "application/problem+json", more, body);
    }

    private static APIGatewayV2HTTPResponse response(
            int status, String type, Map<String, String> more, ObjectNode body) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-store");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body.toString())
                .build();
    }
}
