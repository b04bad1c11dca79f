package dev.earshot.local.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status the status code
 * @param headers in order, a name may come again
 * @param body the bytes, none for no body
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record GatewayAnswer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    static final GatewayAnswer NOT_FOUND = message(404, "Not Found");
    static final GatewayAnswer BODY_TOO_LARGE = message(413, "Request Entity Too Large");
    static final GatewayAnswer HEADERS_TOO_LARGE = message(431, "Request Header Fields Too Large");

    /** The function failed, or its answer makes no sense. */
    static final GatewayAnswer FUNCTION_FAILED = message(500, "Internal Server Error");

    /** The function took longer than the gateway waits. HTTP APIs say this; REST APIs would say 504. */
    static final GatewayAnswer TOO_SLOW = message(503, "Service Unavailable");

    GatewayAnswer {
        headers = List.copyOf(headers);
    }

    GatewayAnswer with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new GatewayAnswer(status, more, body);
    }

    private static GatewayAnswer message(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new GatewayAnswer(status, List.of(Map.entry("content-type", "application/json")), body);
    }
}
