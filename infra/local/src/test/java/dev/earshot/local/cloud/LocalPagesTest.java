package dev.earshot.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.emulators.http.LoopbackServer;
import dev.earshot.store.TableSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The local cloud's page when its services are those of an endpoint that has gone away. */
class LocalPagesTest {

    private static final List<Duration> RESTS = new CopyOnWriteArrayList<>();

    private static DynamoDbClient nobody;
    private static LoopbackServer server;

    @BeforeAll
    static void serves() throws IOException {
        nobody = Sdk.client(DynamoDbClient.builder(), Loopback.uri(Loopback.freePort()));
        CaseLookup cases = new CaseLookup(nobody, new TableSettings("table", 1, 1, Duration.ofDays(1)));
        server = LoopbackServer.bind(0, "pages")
                .serve(new LocalPages(null, Optional.empty(), cases, null, null, RESTS::add, null));
    }

    @AfterAll
    static void stops() {
        server.close();
        nobody.close();
    }

    @Test
    void thatServicesDoNotAnswerIsSaid() throws Exception {
        HttpResponse<String> answer = get("/cases/c_" + "a".repeat(26) + "_support");
        assertEquals(503, answer.statusCode());
        assertEquals("{\"message\":\"SQS or DynamoDB does not answer the local cloud\"}", answer.body());
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void thatThereIsNoMailboxIsSaid() throws Exception {
        HttpResponse<String> answer = get("/_local/mailbox");
        assertEquals(404, answer.statusCode());
        assertEquals("{\"message\":\"There is no mailbox: SNS is that of AWS_ENDPOINT_URL\"}", answer.body());
    }

    @Test
    void queuesRestForSecondsAndForNobodyElsesPage() throws Exception {
        assertEquals(200, post("/_local/rest/30", "http://" + server.uri().getAuthority()));
        assertEquals(400, post("/_local/rest/soon", "http://" + server.uri().getAuthority()));
        assertEquals(403, post("/_local/rest/31", "https://example.com"));
        assertEquals(List.of(Duration.ofSeconds(30)), RESTS);
    }

    private static int post(String path, String origin) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
