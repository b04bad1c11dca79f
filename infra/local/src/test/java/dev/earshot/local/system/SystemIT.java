package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.emulators.sns.Mail;
import dev.earshot.local.cli.CommandLineTestSupport;
import dev.earshot.local.cloud.CloudEndpoint;
import dev.earshot.local.cloud.LocalCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * The whole line on the local cloud: signed webhooks in; notices at a receiver and in the mailbox out. Here with our own
 * emulators; subclasses tell the same story of other endpoints.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private LocalCloud cloud;
    private Forum forum;
    private TestAbortedException skipped;

    /** Where SQS, DynamoDB, SNS and SSM are; empty for our own emulators. May skip the whole story, with its reason. */
    Optional<CloudEndpoint> endpoint() throws IOException {
        return Optional.empty();
    }

    /** The address by which SNS reaches a receiver on this machine. */
    URI asSeenFromSns(URI receiver) {
        return receiver;
    }

    /** Looks at what is left when the cloud has stopped, and ends the endpoint. */
    void endsTheEndpoint() {}

    @BeforeAll
    void startsTheLocalCloud() throws IOException {
        try {
            cloud = TestCloud.start(endpoint());
            forum = new Forum(cloud.address());
        } catch (TestAbortedException e) {
            skipped = e;
        }
    }

    /** Test by test: of a class that is skipped as a whole no report tells. */
    @BeforeEach
    void skipsWithItsReason() {
        if (skipped != null) {
            throw skipped;
        }
    }

    @AfterAll
    void endsIt() {
        if (cloud != null) {
            cloud.close();
        }
        endsTheEndpoint();
    }

    @Test
    void aSignedWebhookBecomesANoticeAtItsDepartmentsReceiver() throws Exception {
        try (NoticeReceiver receiver = new NoticeReceiver()) {
            String url = asSeenFromSns(receiver.address()).toString();
            String out = earshot("subscribe", "--department", "support", "--url", url);
            assertTrue(out.contains(": CONFIRMED"), out);
            HttpResponse<String> answer = forum.post("walk-1", "I want a refund, please.");
            assertEquals(202, answer.statusCode(), answer.body());
            String id = MentionId.of("our-forum", "walk-1").value();
            assertEquals("{\"accepted\":1,\"ignored\":0,\"mentionIds\":[\"" + id + "\"]}", answer.body());

            await().atMost(SOON).until(() -> !receiver.notices().isEmpty());
            JsonNode notice = receiver.notices().get(0);
            assertEquals("support", notice.get("department").asText());
            assertEquals(id, notice.at("/mention/id").asText());
            assertEquals("HIGH", notice.get("priority").asText());
            assertEquals("asks for money back", notice.at("/because/0/text").asText());
            assertEquals(0, receiver.faults().size(), receiver.faults().toString());
            assertPageShows(notice.at("/case/url").asText(), "I want a refund, please.");
        }
    }

    @Test
    void mailLandsInTheMailboxAndWhereThereIsNoneEverybodyIsToldSo() throws Exception {
        String out = earshot("subscribe", "--department", "support", "--email", "a@example.com");
        if (elsewhere()) {
            assertTrue(out.contains("There is no mailbox here: SNS is at http"), out);
            assertEquals(404, get("GET", "/_local/mailbox", "").statusCode());
            assertTrue(get("GET", "/_local/", "").body().contains("There is no mailbox here."));
            return;
        }
        earshot("subscribe", "--department", "people", "--email", "hr@example.com");
        forum.post("walk-2", "I want a refund, please.");
        await().atMost(SOON).until(() -> mailsTo("a@example.com") >= 1);
        assertEquals(0, mailsTo("hr@example.com"));
    }

    @Test
    void whatIsSubscribedStandsInTheListOfTheApi() throws Exception {
        String url = "http://127.0.0.1:1/nobody-listens";
        String out = earshot("subscribe", "--department", "leadership", "--url", url);
        assertTrue(out.contains("It was asked to confirm; waiting for up to 15 seconds ..."), out);
        assertTrue(out.contains(url + " is subscribed to leadership: PENDING"), out);
        String token = earshot("token").strip();
        HttpRequest request = HttpRequest.newBuilder(
                        cloud.address().resolve("/api/subscriptions?department=leadership"))
                .header("Authorization", "Bearer " + token)
                .timeout(SOON)
                .build();
        JsonNode list = EarshotJson.mapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
        assertEquals(1, list.path("items").size(), list.toString());
        assertEquals(url, list.at("/items/0/endpoint").asText());
        assertEquals("http", list.at("/items/0/protocol").asText());
        assertEquals("you", list.at("/items/0/createdBy").asText());
    }

    @Test
    void whatStrangersSendIsAnsweredAsTheInterfaceSays() throws Exception {
        assertProblem(404, get("POST", "/hooks/nobody", "{}"));
        assertProblem(404, get("POST", "/hooks/our-forum/a-secret", "{}"));
        assertProblem(405, get("GET", "/hooks/our-forum", ""));
        assertProblem(401, get("POST", "/hooks/our-forum", "{}"));
        assertProblem(401, forum.forged("{\"data\":{\"text\":\"x\"}}".getBytes(UTF_8)));
        assertProblem(400, forum.signed("{\"data\":".getBytes(UTF_8)));
        assertProblem(400, forum.signed(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xA0, '"', ':', '1', '}'}));
        assertProblem(400, forum.signed(("[".repeat(100) + "]".repeat(100)).getBytes(UTF_8)));
        assertProblem(413, forum.signed(new byte[3 * 1024 * 1024]));
        JsonNode problem = assertProblem(400, forum.signed("{\"data\":{\"version\":0}}".getBytes(UTF_8)));
        assertEquals("/data/version", problem.at("/errors/0/pointer").asText());
        assertEquals("/data/text", problem.at("/errors/1/pointer").asText());
    }

    @Test
    void theLocalPageSaysWhatRuns() throws Exception {
        HttpResponse<String> root = get("GET", "/", "");
        assertEquals(302, root.statusCode());
        assertTrue(root.headers()
                .firstValue("location")
                .orElse("")
                .startsWith(cloud.issuer().url().toString()));
        String page = get("GET", "/_local/", "").body();
        assertTrue(page.contains(cloud.template().functions().get(0).name()), page);
        assertTrue(page.contains(cloud.address() + "/hooks/our-forum"), page);
        assertEquals("{\"status\":\"UP\"}", get("GET", "/health", "").body());
    }

    @Test
    void thePageIsForThisMachineAlone() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                cloud.address().getPort())) {
            socket.getOutputStream().write("GET /_local/status HTTP/1.0\r\nHost: evil.example\r\n\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void wordsOfStrangersAreEscapedOnThePages() throws Exception {
        if (!elsewhere()) {
            earshot("subscribe", "--department", "product", "--email", "p@example.com");
        }
        forum.post("evil-1", "<script>alert(1)</script> it crashed \u202E\"'<img src=x onerror=alert(1)>");
        String caseId = "c_" + MentionId.of("our-forum", "evil-1").bare() + "_product";
        await().atMost(SOON).until(() -> elsewhere() || mailsTo("p@example.com") == 1);
        String page = get("GET", "/_local/", "").body();
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertTrue(elsewhere() || page.contains("<a href=\"/cases/" + caseId + "\">"), page);
    }

    @Test
    void everySampleEventIsTaken() throws Exception {
        String out = earshot("send", TestCloud.HOME.resolve("events/ingest").toString());
        assertEquals(
                out.lines().filter(line -> line.contains(".json -> 202 ")).count(),
                out.lines().filter(line -> line.contains(".json -> ")).count(),
                out);
        assertTrue(out.contains("github-ping.json -> 202 accepted 0, ignored 1"), out);
    }

    private String earshot(String... arguments) {
        return CommandLineTestSupport.run(0, cloud.address().getPort(), arguments);
    }

    private boolean elsewhere() {
        return !CommandLineTestSupport.status(cloud.address()).contains("\"embedded\":true");
    }

    private long mailsTo(String address) {
        return cloud.emulators().mailbox().newestFirst().stream()
                .filter(mail ->
                        mail.kind() == Mail.Kind.NOTIFICATION && mail.to().equals(address))
                .count();
    }

    private void assertPageShows(String url, String text) throws Exception {
        assertTrue(url.startsWith(cloud.address().toString()), url);
        HttpResponse<String> page =
                Browsing.signedIn(cloud, "Sam", "support").get(URI.create(url).getPath());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(text), page.body());
    }

    private static JsonNode assertProblem(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse(""));
        JsonNode problem = EarshotJson.mapper().readTree(answer.body());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("title").asText().isEmpty());
        return problem;
    }

    private HttpResponse<String> get(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(cloud.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(SOON)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
