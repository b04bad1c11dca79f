package dev.earshot.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.InvocationResult.FunctionError;
import dev.earshot.local.lambda.InvocationResult.Success;
import dev.earshot.local.lambda.InvocationResult.TimedOut;
import dev.earshot.local.lambda.InvocationResult.TooLarge;
import dev.earshot.local.lambda.Invoker;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpGatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<byte[]> event = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<InvocationResult>> result = new AtomicReference<>();
    private HttpGateway gateway;

    @BeforeEach
    void startsTheGateway() throws IOException {
        Invoker function = payload -> {
            event.set(payload);
            return result.get();
        };
        gateway = HttpGateway.start(
                new GatewaySettings(0, "000000000000", Duration.ofSeconds(1), NOON),
                Map.of("ANY /hooks/{source}", function, "POST /hooks/{source}/{secret}", function));
        answer("{\"statusCode\":202,\"body\":\"{}\",\"headers\":{\"Content-Type\":\"application/json\"}}");
    }

    @AfterEach
    void stopsTheGateway() {
        gateway.close();
    }

    @Test
    void describesTheRequestInPayloadFormatTwo() throws Exception {
        HttpResponse<String> response = send(request("/hooks/our%20forum/s%2Bt?a=1&b=x%20y&a=2")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "tests")
                .POST(BodyPublishers.ofString("{\"said\":\"schön\"}")));
        assertEquals(202, response.statusCode());
        JsonNode sent = JSON.readTree(event.get());
        assertEquals("2.0", sent.at("/version").asText());
        assertEquals("POST /hooks/{source}/{secret}", sent.at("/routeKey").asText());
        assertEquals("/hooks/our forum/s+t", sent.at("/rawPath").asText());
        assertEquals("a=1&b=x%20y&a=2", sent.at("/rawQueryString").asText());
        assertEquals(
                "{\"a\":\"1,2\",\"b\":\"x y\"}",
                sent.at("/queryStringParameters").toString());
        assertEquals(
                "{\"source\":\"our forum\",\"secret\":\"s+t\"}",
                sent.at("/pathParameters").toString());
        assertEquals("[\"a=1\",\"b=2\"]", sent.at("/cookies").toString());
        assertEquals("one,two", sent.at("/headers/x-twice").asText());
        assertTrue(sent.at("/headers/cookie").isMissingNode());
        assertEquals("127.0.0.1", sent.at("/headers/x-forwarded-for").asText());
        assertEquals("{\"said\":\"schön\"}", sent.at("/body").asText());
        assertFalse(sent.at("/isBase64Encoded").asBoolean(true));
    }

    @Test
    void describesItsContext() throws Exception {
        send(request("/hooks/forum").header("User-Agent", "tests").GET());
        JsonNode context = JSON.readTree(event.get()).at("/requestContext");
        assertEquals("000000000000", context.at("/accountId").asText());
        assertEquals("127.0.0.1", context.at("/domainName").asText());
        assertEquals("GET", context.at("/http/method").asText());
        assertEquals("/hooks/forum", context.at("/http/path").asText());
        assertEquals("HTTP/1.1", context.at("/http/protocol").asText());
        assertEquals("127.0.0.1", context.at("/http/sourceIp").asText());
        assertEquals("tests", context.at("/http/userAgent").asText());
        assertEquals("ANY /hooks/{source}", context.at("/routeKey").asText());
        assertEquals("$default", context.at("/stage").asText());
        assertEquals("21/Nov/2026:12:00:00 +0000", context.at("/time").asText());
        assertEquals(NOON.millis(), context.at("/timeEpoch").asLong());
        assertTrue(JSON.readTree(event.get()).at("/body").isMissingNode());
    }

    @Test
    void passesBytesAsBase64() throws Exception {
        byte[] notUtf8 = {'"', (byte) 0xff, '"'};
        assertArrayEquals(notUtf8, bodyOfPost("application/json", notUtf8));
        assertArrayEquals(
                "a=1".getBytes(UTF_8), bodyOfPost("application/x-www-form-urlencoded", "a=1".getBytes(UTF_8)));
        assertArrayEquals(new byte[] {0, 1}, bodyOfPost("application/octet-stream", new byte[] {0, 1}));
    }

    @Test
    void answersAsTheFunctionSays() throws Exception {
        answer("{\"statusCode\":201,\"headers\":{\"X-One\":\"1\"},\"cookies\":[\"a=1\",\"b=2\"],"
                + "\"body\":\"aGk=\",\"isBase64Encoded\":true}");
        HttpResponse<String> response = send(request("/hooks/forum").GET());
        assertEquals(201, response.statusCode());
        assertEquals("hi", response.body());
        assertEquals("1", response.headers().firstValue("x-one").orElseThrow());
        assertEquals(List.of("a=1", "b=2"), response.headers().allValues("set-cookie"));
        assertEquals(
                "text/plain;charset=UTF-8",
                response.headers().firstValue("content-type").orElseThrow());
        assertTrue(response.headers().firstValue("apigw-requestid").isPresent());
    }

    @Test
    void infersAnAnswerWithoutStatus() throws Exception {
        answer("{\"fine\":true}");
        HttpResponse<String> response = send(request("/hooks/forum").GET());
        assertEquals(200, response.statusCode());
        assertEquals("{\"fine\":true}", response.body());
        assertEquals(
                "application/json",
                response.headers().firstValue("content-type").orElseThrow());
        answer("\"fine\"");
        assertEquals("fine", send(request("/hooks/forum").GET()).body());
    }

    @Test
    void answersHeadWithoutBodyAndOptionsAsAnyVerb() throws Exception {
        HttpResponse<String> head = send(request("/hooks/forum").method("HEAD", BodyPublishers.noBody()));
        assertEquals(202, head.statusCode());
        assertEquals("", head.body());
        HttpResponse<String> options = send(request("/hooks/forum").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals("{}", options.body());
        assertEquals(
                "OPTIONS",
                JSON.readTree(event.get()).at("/requestContext/http/method").asText());
    }

    @Test
    void answersFiveHundredWhenTheFunctionFails() throws Exception {
        for (InvocationResult failure : List.of(
                new Crashed("exit status 1"),
                new TimedOut(Duration.ofSeconds(1)),
                new FunctionError("Exception", "private words"),
                new Success("no json".getBytes(UTF_8)),
                new Success(new byte[0]),
                new Success("{\"statusCode\":\"many\"}".getBytes(UTF_8)),
                new Success("{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}".getBytes(UTF_8)))) {
            result.set(CompletableFuture.completedFuture(failure));
            assertAnswer(
                    500, "Internal Server Error", send(request("/hooks/forum").GET()));
        }
    }

    @Test
    void answersServiceUnavailableWhenTheFunctionTakesTooLong() throws Exception {
        result.set(new CompletableFuture<>());
        assertAnswer(503, "Service Unavailable", send(request("/hooks/forum").GET()));
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        byte[] elevenMegabytes = new byte[11 * 1024 * 1024];
        HttpRequest.Builder large = request("/hooks/forum").POST(BodyPublishers.ofByteArray(elevenMegabytes));
        assertAnswer(413, "Request Entity Too Large", send(large));
        result.set(CompletableFuture.completedFuture(new TooLarge(7_000_000, 6_000_000)));
        assertAnswer(
                413, "Request Entity Too Large", send(request("/hooks/forum").GET()));
        HttpRequest.Builder verbose = request("/hooks/forum").header("X-Long", "x".repeat(11_000));
        assertAnswer(431, "Request Header Fields Too Large", send(verbose.GET()));
    }

    @Test
    void answersNotFoundToWhatNoRouteClaims() throws Exception {
        assertAnswer(404, "Not Found", send(request("/nowhere").GET()));
    }

    @Test
    void leavesTheRestToTheFallback() throws Exception {
        Invoker nobody = payload -> CompletableFuture.completedFuture(new Crashed("not called"));
        try (HttpGateway own = HttpGateway.start(
                GatewaySettings.on(0, "000000000000"), Map.of("POST /hooks/{source}", nobody), exchange -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("UP".getBytes(UTF_8));
                })) {
            HttpRequest health =
                    HttpRequest.newBuilder(own.endpoint().resolve("/health")).build();
            assertEquals("UP", client.send(health, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void noRouteTakesOverItsOwnPages() throws Exception {
        Invoker greedy = payload -> CompletableFuture.completedFuture(new Success("\"routed\"".getBytes(UTF_8)));
        try (HttpGateway own = HttpGateway.start(
                GatewaySettings.on(0, "000000000000"), Map.of("ANY /", greedy, "ANY /{proxy+}", greedy), exchange -> {
                    exchange.sendResponseHeaders(200, 3);
                    exchange.getResponseBody().write("own".getBytes(UTF_8));
                })) {
            for (String path : List.of("/health", "/_local", "/_local/", "/_local/status")) {
                assertEquals("own", body(own, path), path);
            }
            for (String path : List.of("/", "/cases/c_1", "/_localhost", "/healthy", "/api/cases")) {
                assertEquals("routed", body(own, path), path);
            }
        }
    }

    private String body(HttpGateway own, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(own.endpoint().resolve(path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void whatCallersSayOfTheirWayIsNotBelieved() throws Exception {
        send(request("/hooks/forum")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Port", "443")
                .GET());
        JsonNode sent = JSON.readTree(event.get());
        assertEquals("10.0.0.1, 127.0.0.1", sent.at("/headers/x-forwarded-for").asText(), "the last is the gateway's");
        assertEquals("http", sent.at("/headers/x-forwarded-proto").asText());
        int port = gateway.endpoint().getPort();
        assertEquals(
                Integer.toString(port), sent.at("/headers/x-forwarded-port").asText());
        assertEquals("127.0.0.1:" + port, sent.at("/headers/host").asText());
    }

    @Test
    void saysThatThePortIsTaken() {
        GatewaySettings taken = GatewaySettings.on(gateway.endpoint().getPort(), "000000000000");
        assertThrows(BindException.class, () -> HttpGateway.start(taken, Map.of()));
    }

    @Test
    void servesManyAtOnce() throws Exception {
        int many = 20;
        CyclicBarrier allThere = new CyclicBarrier(many);
        Invoker together = payload -> {
            try {
                allThere.await();
                return CompletableFuture.completedFuture(new Success("{}".getBytes(UTF_8)));
            } catch (Exception e) {
                return CompletableFuture.completedFuture(new Crashed("not together"));
            }
        };
        try (HttpGateway own = HttpGateway.start(GatewaySettings.on(0, "000000000000"), Map.of("$default", together))) {
            HttpRequest request = HttpRequest.newBuilder(own.endpoint()).build();
            List<CompletableFuture<HttpResponse<String>>> responses = Stream.generate(
                            () -> client.sendAsync(request, BodyHandlers.ofString()))
                    .limit(many)
                    .toList();
            responses.forEach(response -> assertEquals(200, response.join().statusCode()));
        }
    }

    private byte[] bodyOfPost(String type, byte[] body) throws Exception {
        send(request("/hooks/forum").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
        JsonNode sent = JSON.readTree(event.get());
        assertTrue(sent.at("/isBase64Encoded").asBoolean(false), type);
        return Base64.getDecoder().decode(sent.at("/body").asText());
    }

    private void answer(String json) {
        result.set(CompletableFuture.completedFuture(new Success(json.getBytes(UTF_8))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.endpoint() + path)).version(HttpClient.Version.HTTP_1_1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertAnswer(int status, String message, HttpResponse<String> response) {
        assertEquals(status, response.statusCode());
        assertEquals("{\"message\":\"" + message + "\"}", response.body());
    }
}
