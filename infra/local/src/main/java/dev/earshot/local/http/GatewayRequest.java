package dev.earshot.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the event shows it.
 *
 * @param method the verb
 * @param rawPath percent-encoded, with its leading slash
 * @param rawQuery percent-encoded, without question mark, empty when there is none
 * @param protocol such as {@code HTTP/1.1}
 * @param headers by lower-case name, the values of one name joined by commas, without cookies
 * @param cookies {@code name=value} each
 * @param sourceIp the caller's address
 * @param body the bytes as sent
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
record GatewayRequest(
        String method,
        String rawPath,
        String rawQuery,
        String protocol,
        Map<String, String> headers,
        List<String> cookies,
        String sourceIp,
        byte[] body) {

    /** They concern the connection to the gateway, which ends there. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "keep-alive", "upgrade", "http2-settings", "te", "transfer-encoding", "expect", "cookie");

    static GatewayRequest of(HttpExchange exchange, byte[] body) {
        InetSocketAddress caller = exchange.getRemoteAddress();
        String ip = caller.getAddress().getHostAddress();
        Map<String, String> headers = headers(exchange);
        headers.put("content-length", Integer.toString(body.length));
        headers.put("x-forwarded-for", joined(headers.get("x-forwarded-for"), ip));
        headers.put(
                "x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
        headers.put("x-forwarded-proto", "http");
        return new GatewayRequest(
                exchange.getRequestMethod(),
                rawPath(exchange),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                exchange.getProtocol(),
                headers,
                cookies(exchange),
                ip,
                body);
    }

    /** The path; an absolute URI without one means the root. */
    static String rawPath(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** The size of request line and headers together, which AWS limits. */
    static int headSize(HttpExchange exchange) {
        int size = exchange.getRequestURI().toString().length();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                size += header.getKey().length() + value.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return size;
    }

    /** The host that the caller named, without port. */
    String domain() {
        return headers.getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(lower)) {
                headers.put(lower, String.join(",", values));
            }
        });
        return headers;
    }

    private static List<String> cookies(HttpExchange exchange) {
        List<String> lines = exchange.getRequestHeaders().get("Cookie");
        return (lines == null ? List.<String>of() : lines)
                .stream()
                        .flatMap(line -> Stream.of(line.split(";", -1)))
                        .map(String::strip)
                        .filter(cookie -> !cookie.isEmpty())
                        .toList();
    }

    private static String joined(@Nullable String before, String ip) {
        return before == null ? ip : before + ", " + ip;
    }
}
