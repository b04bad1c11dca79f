package dev.earshot.poll.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.poll.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that lead elsewhere, dawdle or overflow. */
class SafeWebTest {

    private static final byte[] ALLOWED = {127, 0, 0, 1};
    private static final byte[] FORBIDDEN = {127, 0, 0, 2};

    /** Here one address of this machine stands for the internet, and every other one for what is private. */
    private static boolean one(InetAddress address) {
        return Arrays.equals(address.getAddress(), ALLOWED);
    }

    private final WebServer server = new WebServer();

    @AfterEach
    void stops() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1",
                "http://127.1",
                "http://2130706433",
                "http://0x7f000001",
                "http://0177.0.0.1",
                "http://127.0.0.1.",
                "http://[::1]",
                "http://[::ffff:127.0.0.1]",
                "http://[::ffff:7f00:1]",
                "http://[::]",
                "http://0.0.0.0",
                "http://0",
                "http://localhost",
                "http://LOCALHOST.",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]",
                "http://[64:ff9b::a9fe:a9fe]",
                "http://[2002:7f00:1::]",
                "http://10.0.0.1",
                "http://172.31.255.255",
                "http://192.168.1.1",
                "http://100.64.0.1",
                "http://[fe80::1]",
                "http://[fc00::1]",
                "http://255.255.255.255",
                "http://224.0.0.1",
                "http://user:word@127.0.0.1/",
                "http://①②⑦.⓪.⓪.①"
            })
    void addressesOfThisMachineOrNetworkAreNeverConnectedTo(String url) {
        SafeWeb web = new SafeWeb(false);
        String reason = failure(web.get(url, Map.of(), soon()));
        assertTrue(
                reason.equals("its host has no public address")
                        || reason.equals("its host is not known")
                        || reason.equals("its address is none of http or https"),
                reason);
        String here = url.replaceFirst("(//[^/]*)/?.*", "$1:") + server.url("").getPort() + "/";
        assertInstanceOf(WebAnswer.Failed.class, web.get(here, Map.of(), soon()));
        assertEquals(List.of(), server.asked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "gopher://127.0.0.1",
                "",
                "feed",
                "//host",
                "jar:http://a!/"
            })
    void otherSchemesAreNone(String url) {
        assertEquals("its address is none of http or https", failure(new SafeWeb(true).get(url, Map.of(), soon())));
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsRefused() throws UnknownHostException {
        server.answers(200, "secret");
        InetAddress there = InetAddress.getByAddress("there.example", FORBIDDEN);
        SafeWeb web = new SafeWeb(name -> List.of(there), SafeWebTest::one);
        assertEquals("its host has no public address", failure(web.get(named("there.example"), Map.of(), soon())));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreTried() throws UnknownHostException {
        server.answers(200, "hello");
        List<InetAddress> both = List.of(
                InetAddress.getByAddress("both.example", FORBIDDEN), InetAddress.getByAddress("both.example", ALLOWED));
        SafeWeb web = new SafeWeb(name -> both, SafeWebTest::one);
        assertEquals(
                200, answer(web.get(named("both.example"), Map.of(), soon())).status());
    }

    @Test
    void aNameIsLookedUpOnceForEachConnectionSoThatWhatWasCheckedIsWhatIsConnectedTo() throws UnknownHostException {
        server.answers(200, "hello");
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(
                InetAddress.getByAddress("rebind.example", ALLOWED),
                InetAddress.getByAddress("rebind.example", FORBIDDEN)));
        Dns rebinding = name -> List.of(answers.removeFirst());
        SafeWeb web = new SafeWeb(rebinding, SafeWebTest::one);
        assertEquals(
                200, answer(web.get(named("rebind.example"), Map.of(), soon())).status());
        assertEquals(1, answers.size());
        assertEquals("its host has no public address", failure(web.get(named("rebind.example"), Map.of(), soon())));
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:%d/", "//127.0.0.2:%d/", "http://there.example:%d/", "http://[::1]:%d/"})
    void aRedirectionToAPrivateAddressIsRefused(String location) throws UnknownHostException {
        InetAddress there = InetAddress.getByAddress("there.example", FORBIDDEN);
        SafeWeb web = new SafeWeb(name -> List.of(there), SafeWebTest::one);
        server.answers(302, "", "Location", location.formatted(server.url("").getPort()));
        assertEquals("its host has no public address", failure(web.get(url("/"), Map.of(), soon())));
        assertEquals(1, server.asked().size());
    }

    @Test
    void redirectionsAreFollowedThreeTimes() {
        server.does(exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().set("Location", "/" + (left - 1));
            exchange.sendResponseHeaders(left == 0 ? 200 : 301, -1);
        });
        SafeWeb web = new SafeWeb(true);
        assertEquals(200, answer(web.get(url("/3"), Map.of(), soon())).status());
        assertEquals("it redirects too often", failure(web.get(url("/4"), Map.of(), soon())));
    }

    @Test
    void aFormGoesOnOnlyWhereItsMethodGoesWithIt() {
        server.answers(302, "", "Location", "/elsewhere");
        SafeWeb web = new SafeWeb(true);
        assertEquals(302, answer(web.post(url("/"), Map.of("a", "b"), soon())).status());
        server.does(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 307 : 202, -1);
        });
        assertEquals(202, answer(web.post(url("/"), Map.of("a", "b"), soon())).status());
        assertEquals("a=b", server.asked().get(2).body());
    }

    @Test
    void whatIsPackedIsUnpackedAndWhatBecomesTooLargeIsRefused() throws IOException {
        SafeWeb web = new SafeWeb(true);
        server.answers(200, packed(new byte[2 * 1024 * 1024]), "Content-Encoding", "gzip");
        assertArrayEquals(
                new byte[2 * 1024 * 1024],
                answer(web.get(url("/"), Map.of(), soon())).body());
        server.answers(200, packed(new byte[50 * 1024 * 1024]), "Content-Encoding", "gzip");
        assertEquals("it is over 2 MB", failure(web.get(url("/"), Map.of(), soon())));
        server.answers(200, new byte[2 * 1024 * 1024 + 1]);
        assertEquals("it is over 2 MB", failure(web.get(url("/"), Map.of(), soon())));
        server.answers(200, "no gzip", "Content-Encoding", "gzip");
        assertEquals("the connection failed", failure(web.get(url("/"), Map.of(), soon())));
    }

    @Test
    void whoDripsIsNotWaitedFor() {
        server.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Deadline second = Deadline.in(Duration.ofSeconds(1), Clock.systemUTC());
        assertEquals("it did not answer in time", failure(new SafeWeb(true).get(url("/"), Map.of(), second)));
    }

    @Test
    void headersAreFoundByAnySpelling() {
        server.answers(200, "x", "ETag", "\"1\"", "Link", "<a>", "Link", "<b>");
        WebAnswer.Answered answer = answer(new SafeWeb(true).get(url("/"), Map.of(), soon()));
        assertEquals("\"1\"", answer.header("ETAG").orElseThrow());
        assertEquals(List.of("<a>", "<b>"), answer.headers("link"));
        assertEquals("x", new String(answer.body(), UTF_8));
    }

    private String url(String path) {
        return server.url(path).toString();
    }

    private String named(String host) {
        return "http://" + host + ":" + server.url("").getPort() + "/";
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), Clock.systemUTC());
    }

    private static WebAnswer.Answered answer(WebAnswer answer) {
        return assertInstanceOf(WebAnswer.Answered.class, answer, answer::toString);
    }

    private static String failure(WebAnswer answer) {
        return assertInstanceOf(WebAnswer.Failed.class, answer).reason();
    }
}
