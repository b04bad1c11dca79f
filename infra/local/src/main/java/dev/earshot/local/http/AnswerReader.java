package dev.earshot.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.local.lambda.InvocationResult.Success;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Reads a function's answer in payload format 2.0. */
final class AnswerReader {

    private AnswerReader() {}

    /**
     * What the function's answer means: an object with a {@code statusCode} says all itself, any other JSON is the body
     * of a 200. What is no JSON, or has a status that is none, is the function's failure.
     */
    static GatewayAnswer read(Success success) {
        try {
            JsonNode answer = success.json();
            return answer.has("statusCode") ? explicit(answer) : inferred(answer);
        } catch (IOException | IllegalArgumentException e) {
            return GatewayAnswer.FUNCTION_FAILED;
        }
    }

    private static GatewayAnswer inferred(JsonNode answer) {
        if (answer.isMissingNode()) {
            return GatewayAnswer.FUNCTION_FAILED;
        }
        byte[] body = text(answer).getBytes(StandardCharsets.UTF_8);
        return new GatewayAnswer(200, List.of(Map.entry("content-type", "application/json")), body);
    }

    private static GatewayAnswer explicit(JsonNode answer) {
        OptionalInt status = status(answer.path("statusCode"));
        if (status.isEmpty()) {
            return GatewayAnswer.FUNCTION_FAILED;
        }
        byte[] body = body(answer);
        List<Map.Entry<String, String>> headers = headers(answer);
        if (body.length > 0
                && headers.stream().noneMatch(header -> header.getKey().equals("content-type"))) {
            headers.add(Map.entry("content-type", "text/plain;charset=UTF-8"));
        }
        return new GatewayAnswer(status.getAsInt(), headers, body);
    }

    private static OptionalInt status(JsonNode node) {
        int status = node.isInt() || node.isTextual() ? node.asInt(0) : 0;
        return status >= 100 && status <= 599 ? OptionalInt.of(status) : OptionalInt.empty();
    }

    private static byte[] body(JsonNode answer) {
        JsonNode body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        byte[] bytes = text(body).getBytes(StandardCharsets.UTF_8);
        return answer.path("isBase64Encoded").asBoolean(false)
                ? Base64.getMimeDecoder().decode(bytes)
                : bytes;
    }

    /** In format 2.0 cookies have a list of their own, and {@code multiValueHeaders} means nothing. */
    private static List<Map.Entry<String, String>> headers(JsonNode answer) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            if (header.getValue().asText().chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a header's value holds control characters");
            }
            if (!header.getValue().isNull()) {
                headers.add(Map.entry(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
            }
        }
        answer.path("cookies").forEach(cookie -> headers.add(Map.entry("set-cookie", cookie.asText())));
        return headers;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : node.toString();
    }
}
