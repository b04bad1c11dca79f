package dev.earshot.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds the events of an HTTP API, payload format 2.0. */
final class HttpApiEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final String API_ID = "local";

    private final String accountId;
    private final Clock clock;

    HttpApiEvent(String accountId, Clock clock) {
        this.accountId = accountId;
        this.clock = clock;
    }

    /** The event for a request that found a route. Absent things are left out, as AWS does. */
    byte[] build(GatewayRequest request, RouteTable.Match match, String requestId) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        // Raw by name only: HTTP APIs decode it, unlike REST APIs and function URLs.
        event.put("rawPath", Route.decode(request.rawPath()));
        event.put("rawQueryString", request.rawQuery());
        if (!request.cookies().isEmpty()) {
            request.cookies().forEach(event.putArray("cookies")::add);
        }
        putAll(event, "headers", request.headers());
        putAll(event, "queryStringParameters", query(request.rawQuery()));
        event.set("requestContext", context(request, match, requestId));
        putAll(event, "pathParameters", match.parameters());
        putBody(event, EventBody.of(request.body(), request.headers()));
        return JSON.writeValueAsBytes(event);
    }

    private ObjectNode context(GatewayRequest request, RouteTable.Match match, String requestId) {
        ObjectNode context = JSON.createObjectNode();
        String domain = request.domain();
        context.put("accountId", accountId);
        context.put("apiId", API_ID);
        context.put("domainName", domain);
        context.put("domainPrefix", domain.split("\\.", 2)[0]);
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", Route.decode(request.rawPath()));
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", request.headers().getOrDefault("user-agent", ""));
        context.put("requestId", requestId);
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toInstant().toEpochMilli());
        return context;
    }

    private static void putBody(ObjectNode event, EventBody body) {
        if (!body.text().isEmpty()) {
            event.put("body", body.text());
        }
        event.put("isBase64Encoded", body.base64());
    }

    private static void putAll(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(event.putObject(name)::put);
        }
    }

    /** Decoded; the values of a name that comes again are joined by commas. */
    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        if (raw.isEmpty()) {
            return parameters;
        }
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            parameters.merge(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value, (a, b) -> a + "," + b);
        }
        return parameters;
    }
}
