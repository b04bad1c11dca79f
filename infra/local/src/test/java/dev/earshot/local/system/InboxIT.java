package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.local.system.ApiClient.Answer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The inbox's API through the packaged functions: who reads and does what, and what becomes of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration ONE_MENTION = Duration.ofSeconds(10);

    private static LocalCloud cloud;
    private static Forum forum;
    private static ApiClient council;
    private static ApiClient support;
    private static ApiClient product;
    private static ApiClient listening;
    private static ApiClient nobody;
    private static Instant taughtAt;

    @BeforeAll
    static void startsTheLocalCloud() throws Exception {
        cloud = TestCloud.start();
        forum = new Forum(cloud.address());
        council = ApiClient.of(cloud, "Cleo", "council");
        support = ApiClient.of(cloud, "Sam", "support");
        product = ApiClient.of(cloud, "Pia", "product");
        listening = ApiClient.of(cloud, "Lou", "listening");
        nobody = ApiClient.of(cloud, "Nia");
        refund("seen");
        forum.post("unrouted", "It rains in Ulm.");
        await().atMost(SOON)
                .until(() -> listening.get("/api/unrouted").json().at("/items").size() == 1);
        teachThatTheRiverIsForSales();
    }

    /** Two people pass on what the packaged model gave to people; by the last test of this class it is learned. */
    private static void teachThatTheRiverIsForSales() throws Exception {
        ApiClient people = ApiClient.of(cloud, "Pat", "people");
        river("river-1", "I came to volunteer at the river and nobody was there.");
        river("river-2", "We volunteers waited at the river for hours. Nobody of you came to clean up.");
        river("river-3", "Is there a volunteering day at the river in May?");
        for (int i = 1; i <= 3; i++) {
            String path = "/api/cases/" + caseId("river-" + i, "people");
            await().atMost(SOON).until(() -> people.get(path).status() == 200);
            ApiClient caller = i == 1 ? people : council;
            assertEquals(
                    200,
                    caller.post(path + "/reroute", "{\"department\":\"sales\"}").status());
        }
        taughtAt = Instant.now();
    }

    @AfterAll
    static void endsIt() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0} {1}: council {2}, support {3}, product {4}, listening {5}, nobody {6}")
    @CsvSource({
        "GET, /api/cases/{seen},                200, 200, 404, 404, 404",
        "GET, /api/mentions/{seen},             200, 200, 404, 404, 404",
        "GET, /api/mentions/{unrouted},         200, 404, 404, 200, 404",
        "GET, /api/cases,                       200, 200, 200, 200, 200",
        "GET, /api/unrouted,                    200, 200, 200, 200, 200",
        "GET, /api/noise,                       200, 200, 200, 200, 200",
        "GET, /api/departments,                 200, 200, 200, 200, 200",
        "GET, /api/departments/support,         200, 200, 200, 200, 200",
        "GET, /api/departments/unknown,         404, 404, 404, 404, 404",
        "PUT, /api/departments/support,         200, 404, 404, 404, 404",
        "GET, /api/subscriptions,               200, 200, 200, 200, 200",
        "POST, /api/cases/{seen}/note,          200, 200, 404, 404, 404",
        "DELETE, /api/authors/our-forum/absent, 202, 404, 404, 404, 404",
        "DELETE, /api/authors/our-forum/Ada%20%2F%25, 202, 404, 404, 404, 404",
        "GET, /api/a%20b%3Cscript%3E%25%00,     404, 404, 404, 404, 404",
        "POST, /api/erasures/again,             202, 404, 404, 404, 404",
        "GET, /api/authors/our-forum/absent,    200, 404, 404, 404, 404",
        "GET, /api/audit,                       200, 200, 200, 200, 200",
        "GET, /api/audit?from=tomorrow,         400, 400, 400, 400, 400",
        "GET, /api/reports,                     200, 200, 200, 200, 200",
        "GET, /api/ears,                        200, 200, 200, 200, 200",
        "GET, /api/ears/suggestions,            200, 200, 200, 200, 200",
        "POST, /api/subscriptions/s_none/approve, 404, 404, 404, 404, 404",
        "GET, /api/sources,                     200, 200, 200, 200, 200",
        "GET, /api/openapi,                     200, 200, 200, 200, 200",
        "GET, /api/nothing,                     404, 404, 404, 404, 404",
        "GET, /api/metrics,                     200, 200, 200, 200, 200",
        "GET, /api/metrics?bucket=week,         400, 400, 400, 400, 400",
        "GET, /api/metrics?from=2020-01-01T00:00:00Z, 400, 400, 400, 400, 400",
        "GET, /api/cases?limit=0,               400, 400, 400, 400, 400",
        "GET, /api/cases?cursor=x,              400, 400, 400, 400, 400",
        "GET, /api/cases?status=OPEN,           400, 400, 400, 400, 400"
    })
    void everyoneMayDoWhatTheTableSays(
            String method, String path, int forCouncil, int forSupport, int forProduct, int forListening, int forNobody)
            throws Exception {
        String called = path.replace("/cases/{seen}", "/cases/" + caseId("seen", "support"))
                .replace("{seen}", id("seen").value())
                .replace("{unrouted}", id("unrouted").value());
        String body = body(method, path);
        List<Integer> expected = List.of(forCouncil, forSupport, forProduct, forListening, forNobody);
        List<Integer> got = new ArrayList<>();
        for (ApiClient caller : List.of(council, support, product, listening, nobody)) {
            Answer answer = caller.call(method, called, body);
            got.add(answer.status());
            if (answer.status() >= 400) {
                assertEquals("application/problem+json", answer.type(), called);
                assertEquals(answer.status(), answer.json().at("/status").asInt());
            }
        }
        assertEquals(expected, got);
    }

    @Test
    void listsHoldWhatTheirReaderMayRead() throws Exception {
        assertTrue(departmentsIn(support.get("/api/cases")).contains("support"));
        assertEquals(List.of(), departmentsIn(product.get("/api/cases?department=support")));
        assertEquals(List.of(), departmentsIn(nobody.get("/api/cases")));
        assertEquals(List.of(), departmentsIn(listening.get("/api/cases")));
        assertEquals(0, support.get("/api/unrouted").json().at("/items").size());
        JsonNode one = council.get("/api/cases?limit=1").json();
        assertFalse(one.at("/items/0").has("history"), "lists are without history");
        assertTrue(one.has("next"));
    }

    @Test
    void howTheSourcesAreIsForTheCouncilAndTheListeningTeam() throws Exception {
        assertEquals(401, Browsing.get(cloud, "/api/sources").statusCode());
        assertEquals("{\"items\":[],\"next\":null}", support.get("/api/sources").body());
        assertEquals("{\"items\":[],\"next\":null}", nobody.get("/api/sources").body());
        forum.forged("{}".getBytes(UTF_8));
        await().atMost(SOON).until(() -> !source("our-forum").at("/lastRefusal").isNull());
        JsonNode told = source("our-forum");
        assertEquals("standard-webhooks", told.at("/provider").asText());
        assertTrue(told.at("/lastRefusal").asText().startsWith("not proven: "), told.toString());
        assertTrue(told.at("/lastDeliveryAt").isTextual(), told.toString());
        assertEquals(24, told.at("/hours").size());
        assertTrue(told.at("/hours/0/deliveries").asInt()
                        + told.at("/hours/1/deliveries").asInt()
                > 0);
        assertEquals("NONE", told.at("/handshake/state").asText());
        assertTrue(told.has("poll") && told.at("/poll").isNull());
        assertTrue(source("our-repo").at("/problem").isNull(), "silent ones are shown, too");
        String everything = council.get("/api/sources").body() + everythingStored();
        TestCloud.SOURCES.forEach(one ->
                one.secrets().forEach(secret -> assertFalse(everything.contains(secret), "a secret of " + one.name())));
    }

    private static JsonNode source(String name) throws Exception {
        for (JsonNode one : listening.get("/api/sources").json().at("/items")) {
            if (one.at("/name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    @Test
    void aCaseIsTakenResolvedAndReopened() throws Exception {
        String path = "/api/cases/" + refund("worked");
        JsonNode taken = support.post(path + "/acknowledge", "{\"version\":1}").json();
        assertEquals("ACKNOWLEDGED", taken.at("/status").asText());
        assertEquals("Sam", taken.at("/assignee").asText());
        Answer old = support.post(path + "/resolve", "{\"version\":1,\"outcome\":{\"kind\":\"FIXED\",\"text\":\"x\"}}");
        assertEquals(409, old.status());
        assertEquals(2, old.json().at("/version").asInt(), "the case as it is");
        JsonNode resolved = support.post(
                        path + "/resolve", "{\"outcome\":{\"kind\":\"FIXED\",\"text\":\"Paid back.\"}}")
                .json();
        assertEquals("RESOLVED", resolved.at("/status").asText());
        assertEquals("Paid back.", resolved.at("/outcome/text").asText());
        assertEquals(409, support.post(path + "/acknowledge", null).status());
        JsonNode reopened =
                support.post(path + "/reopen", "{\"text\":\"It came again.\"}").json();
        assertEquals("NEW", reopened.at("/status").asText());
        assertTrue(reopened.at("/outcome").isNull());
        assertEquals(
                List.of("opened", "acknowledged", "resolved", "reopened"),
                reopened.at("/history").findValuesAsText("action"));
    }

    @Test
    void whatPeopleDoIsCountedForThoseWhoMayReadIt() throws Exception {
        String path = "/api/cases/" + refund("counted");
        JsonNode before = support.get("/api/metrics").json().at("/total");
        assertEquals(
                200,
                support.post(path + "/resolve", "{\"outcome\":{\"kind\":\"WON\",\"text\":\"Paid back.\"}}")
                        .status());
        JsonNode after =
                council.get("/api/metrics?department=support&bucket=hour").json();
        assertEquals("hour", after.at("/bucket").asText());
        assertEquals(25, after.at("/departments/0/buckets").size());
        assertEquals(1, after.at("/total/outcomes/WON").asInt());
        assertTrue(after.at("/total/resolved").asInt() > before.at("/resolved").asInt());
        assertTrue(after.at("/total/timeToResolve/medianSeconds").isIntegralNumber(), after.toString());
        assertTrue(after.at("/departments/0/buckets/24/cases").isIntegralNumber(), after.toString());
        assertEquals(List.of("support"), ids(support.get("/api/metrics")));
        assertEquals(List.of("_unrouted", "_noise"), ids(listening.get("/api/metrics")));
        assertEquals(List.of(), ids(product.get("/api/metrics?department=support")));
        assertEquals(List.of(), ids(nobody.get("/api/metrics")));
    }

    private static List<String> ids(Answer metrics) throws Exception {
        return metrics.json().at("/departments").findValuesAsText("id");
    }

    @Test
    void ofTwoWhoResolveOneCaseAtOnceOneWinsAndTheOtherSeesTheCase() throws Exception {
        String path = "/api/cases/" + refund("raced") + "/resolve";
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> calls = List.of(
                    () -> support.post(path, "{\"outcome\":{\"kind\":\"FIXED\",\"text\":\"by Sam\"}}"),
                    () -> council.post(path, "{\"outcome\":{\"kind\":\"ANSWERED\",\"text\":\"by Cleo\"}}"));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> call : both.invokeAll(calls)) {
                answers.add(call.get());
            }
            answers.sort((a, b) -> Integer.compare(a.status(), b.status()));
            assertEquals(200, answers.get(0).status());
            assertEquals(409, answers.get(1).status());
            assertEquals(
                    answers.get(0).json().at("/outcome"), answers.get(1).json().at("/outcome"));
        } finally {
            both.shutdown();
        }
    }

    @Test
    void aReroutedCaseIsTheOtherDepartmentsWithANoticeOfItsOwn() throws Exception {
        String id = refund("sent-on");
        assertEquals(
                201,
                product.post(
                                "/api/subscriptions",
                                "{\"department\":\"product\",\"protocol\":\"email\",\"endpoint\":\"pia@example.com\"}")
                        .status());
        confirm("pia@example.com");
        Answer sent = support.post("/api/cases/" + id + "/reroute", "{\"department\":\"product\",\"text\":\"a bug\"}");
        assertEquals("REROUTED", sent.json().at("/status").asText(), sent.body());
        JsonNode there =
                product.get("/api/cases/" + caseId("sent-on", "product")).json();
        assertEquals("NEW", there.at("/status").asText());
        assertEquals("PERSON", there.at("/because/0/kind").asText());
        await().atMost(SOON).until(() -> cloud.emulators().mailbox().newestFirst().stream()
                .anyMatch(mail -> mail.to().equals("pia@example.com")
                        && mail.text().contains("/cases/" + caseId("sent-on", "product"))));
        assertEquals(
                "/department",
                support.post("/api/cases/" + id + "/reroute", "{\"department\":\"nowhere\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asText());
    }

    @Test
    void whatAnEmployeeHeardIsAMentionThatNamesTheDepartmentAlone() throws Exception {
        Answer accepted =
                product.post("/api/mentions", "{\"text\":\"I want a refund for the lamp\",\"where\":\"At the fair\"}");
        assertEquals(202, accepted.status(), accepted.body());
        String path = "/api/mentions/" + accepted.json().at("/mentionId").asText();
        await().atMost(SOON).until(() -> support.get(path).status() == 200);
        assertEquals(
                "{\"department\":\"product\"}",
                support.get(path).json().at("/reportedBy").toString());
        assertEquals("Pia", council.get(path).json().at("/reportedBy/by/0/name").asText());
        assertEquals("Pia", product.get(path).json().at("/reportedBy/by/0/name").asText(), "one's own");
        assertEquals(404, nobody.get(path).status());
        Answer anonymous = product.post("/api/mentions", "{\"text\":\"A refund, I heard\",\"anonymous\":true}");
        String hidden = "/api/mentions/" + anonymous.json().at("/mentionId").asText();
        await().atMost(SOON).until(() -> council.get(hidden).status() == 200);
        assertEquals(
                "{\"department\":null}",
                council.get(hidden).json().at("/reportedBy").toString());
    }

    private int counted(String what) throws Exception {
        return council.get("/api/metrics").json().at("/total/" + what).asInt();
    }

    @Test
    void whatAnEmployeeQuotesByItsAddressJoinsThePublicPostAndTheyAreToldTheOutcome() throws Exception {
        String path = heard(said("quoted", "q-1", "Quentin", "I want a refund for the chair"), "quoted");
        int mentions = counted("mentions");
        int reported = counted("reported");
        Answer accepted = product.post(
                "/api/mentions",
                "{\"text\":\"They will cancel, too\",\"url\":\"https://FORUM.example.com/quoted/?utm_source=chat#p1\"}");
        assertEquals(id("quoted").value(), accepted.json().at("/mentionId").asText(), accepted.body());
        JsonNode mention = support.get("/api/mentions/" + id("quoted")).json();
        assertEquals("{\"department\":\"product\"}", mention.at("/reportedBy").toString());
        assertTrue(support.get(path).body().contains("Reported, too. They will cancel, too"));
        nobody.post("/api/mentions", "{\"text\":\"I heard that, too\",\"url\":\"https://forum.example.com/quoted\"}");
        assertTrue(support.get(path).body().contains("I heard that, too"));
        assertEquals(mentions, counted("mentions"), "it is one mention, however many tell of it");
        assertEquals(reported + 1, counted("reported"), "and employees told of it");
        support.post(path + "/resolve", "{\"outcome\":{\"kind\":\"FIXED\",\"text\":\"Paid the chair back.\"}}");
        JsonNode told = product.get("/api/reports").json().at("/items/0");
        assertEquals(id("quoted").value(), told.at("/mentionId").asText());
        assertEquals("RESOLVED", told.at("/cases/0/status").asText());
        assertEquals("Paid the chair back.", told.at("/cases/0/text").asText());
        assertFalse(support.get("/api/reports").body().contains(id("quoted").value()), "it is Pia's");
    }

    @Test
    void anAnonymousReportIsSafetysAndNamesNobodyAnywhere() throws Exception {
        ApiClient secret = ApiClient.of(cloud, "Wilhelmina", "product");
        Answer accepted = secret.post(
                "/api/mentions",
                "{\"text\":\"They want a refund for bribes\",\"url\":\"https://forum.example.com/seen\",\"anonymous\":true}");
        MentionId id = new MentionId(accepted.json().at("/mentionId").asText());
        await().atMost(SOON)
                .until(() ->
                        council.get("/api/cases/c_" + id.bare() + "_safety").status() == 200);
        assertEquals(404, support.get("/api/mentions/" + id).status(), "whatever the rules say");
        assertFalse(everythingStored().contains("Wilhelmina"));
        assertEquals("[]", secret.get("/api/reports").json().at("/items").toString());
    }

    @Test
    void aWebEndpointOfADepartmentWaitsForTheCouncil() throws Exception {
        Answer asked = support.post(
                "/api/subscriptions",
                "{\"department\":\"support\",\"protocol\":\"http\",\"endpoint\":\"http://127.0.0.1:9/notices\"}");
        assertEquals(201, asked.status(), asked.body());
        assertEquals("PENDING", asked.json().at("/state").asText());
        assertEquals("APPROVAL", asked.json().at("/waitsFor").asText());
        String path = "/api/subscriptions/" + asked.json().at("/id").asText();
        assertEquals(404, support.post(path + "/approve", null).status());
        Answer approved = council.post(path + "/approve", null);
        assertEquals(200, approved.status(), approved.body());
        assertEquals("CONFIRMATION", approved.json().at("/waitsFor").asText());
        assertEquals(204, support.call("DELETE", path, null).status());
        List<String> audited =
                council.get("/api/audit?limit=200").json().at("/items").findValuesAsText("item");
        assertEquals(
                3,
                audited.stream().filter(asked.json().at("/id").asText()::equals).count(),
                "asked for, approved, removed");
        assertEquals("[]", support.get("/api/audit").json().at("/items").toString());
    }

    @Test
    void whatThePagesShowCanBeDoneOnThemAndNothingOnThemIsAFormula() throws Exception {
        Browsing cleo = Browsing.signedIn(cloud, "=Cleo", "council");
        Browsing sam = Browsing.signedIn(cloud, "Sam", "support");
        for (String path : List.of("/audit", "/audit/export", "/approvals", "/authors")) {
            assertEquals(200, cleo.get(path).statusCode(), path);
            assertEquals(404, sam.get(path).statusCode(), path + " is the council's");
        }
        assertEquals(200, sam.get("/reports").statusCode());
        assertEquals(400, cleo.get("/audit?from=tomorrow").statusCode());
        HttpResponse<String> saved = cleo.submit(
                "/ears", "kind=FORUM&place=%3Cb%3E.example&note=&kind=GROUP&place=groups.example&note=%3Cb%3Eloud");
        assertEquals(400, saved.statusCode());
        saved = cleo.submit("/ears", "kind=GROUP&place=groups.example&note=%3Cb%3Eloud&kind=FORUM&place=&note=");
        assertEquals(200, saved.statusCode());
        assertTrue(saved.body().contains("&lt;b&gt;loud") && !saved.body().contains("<b>loud"), saved.body());
        assertTrue(cleo.get("/audit/export").body().contains("\"'=Cleo\""));
        String asked = "{\"department\":\"support\",\"protocol\":\"http\",\"endpoint\":\"http://127.0.0.1:9/paged\"}";
        String id = support.post("/api/subscriptions", asked).json().at("/id").asText();
        assertTrue(cleo.get("/approvals").body().contains("http://127.0.0.1:9/paged"));
        assertEquals(404, sam.submit("/approvals/" + id + "/approve", "").statusCode());
        String refused = cleo.submit("/approvals/" + id + "/refuse", "").body();
        assertFalse(refused.contains("/paged"), "refused");
        assertTrue(refused.contains("Refused: nothing is sent there."), refused);
        heard(said("paged", "paged-1", "Pat", "A refund <i>now</i>"), "paged");
        String author = "source=our-forum&authorId=paged-1";
        assertTrue(cleo.submit("/authors", author).body().contains("A refund &lt;i&gt;now&lt;/i&gt;"));
        assertTrue(cleo.submit("/authors/report", author + "&cursor=").body().contains("A refund <i>now</i>"));
        assertEquals(400, cleo.submit("/authors/erase", author).statusCode(), "without being sure");
        assertEquals(404, sam.submit("/authors/erase", author + "&sure=yes").statusCode());
        assertEquals(200, cleo.submit("/authors/erase", author + "&sure=yes").statusCode());
        await().atMost(SOON).until(() -> !cleo.submit("/authors", author).body().contains("A refund"));
    }

    @Test
    void theCouncilReadsAllThatIsHeldAboutAnAuthor() throws Exception {
        String path = heard(said("held", "xenia-1", "Xenia", "Xenia wants a refund"), "held");
        support.post(path + "/note", "{\"text\":\"Called back.\"}");
        JsonNode report = council.get("/api/authors/our-forum/xenia-1").json();
        assertEquals(1, report.at("/items").size());
        assertEquals("Xenia wants a refund", report.at("/items/0/mention/text").asText());
        assertTrue(report.at("/items/0/cases/0/history").toString().contains("Called back."));
        assertTrue(report.at("/items/0/expiresAt").isTextual());
        assertTrue(council.get("/api/audit").body().contains("AUTHOR_READ"));
    }

    @Test
    void employeesSayWhereTheyListenAndSeeWhereNobodyDoes() throws Exception {
        heard(
                said("linking", "l-1", "Lin", "A refund! See https://www.unheard.example/x and https://ears.example/y"),
                "linking");
        assertEquals(404, nobody.get("/api/ears/me").status());
        Answer put = nobody.call(
                "PUT",
                "/api/ears/me",
                "{\"places\":[{\"kind\":\"FORUM\",\"place\":\"Ears.example\",\"note\":\"mostly evenings\"}]}");
        assertEquals(200, put.status(), put.body());
        assertEquals("ears.example", put.json().at("/places/0/place").asText());
        assertTrue(support.get("/api/ears").body().contains("Nia"));
        assertEquals("[]", nobody.get("/api/ears").json().at("/items").toString(), "of no department");
        assertEquals(
                "/places/0/place",
                nobody.call("PUT", "/api/ears/me", "{\"places\":[{\"kind\":\"FORUM\",\"place\":\"\"}]}")
                        .json()
                        .at("/errors/0/pointer")
                        .asText());
        assertEquals(204, nobody.call("DELETE", "/api/ears/me", null).status());
        assertEquals(404, nobody.get("/api/ears/me").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"text\":\" \"}; /text",
                "{\"text\":\"x\",\"url\":\"javascript:alert(1)\"}; /url",
                "{\"text\":\"x\",\"heardAt\":\"2999-01-01T00:00:00Z\"}; /heardAt",
                "{\"text\":\"x\",\"more\":1}; /more",
                "{\"text\":[]}; /text"
            })
    void aReportThatBreaksARuleIsRefusedWithItsPointer(String body, String pointer) throws Exception {
        Answer answer = product.post("/api/mentions", body);
        assertEquals(400, answer.status(), answer.body());
        assertEquals(pointer, answer.json().at("/errors/0/pointer").asText(), answer.body());
    }

    @Test
    void anErasedAuthorLeavesNoTraceAlsoWhenToldAgain() throws Exception {
        byte[] event = said("by-zebedee-1", "zebedee-9", "Zebedee Quux", "Zanzibar wants a refund");
        String path = heard(event, "by-zebedee-1");
        support.post(path + "/note", "{\"text\":\"Called Zebedee Quux back.\"}");
        erase("zebedee-9", path);
        String everything = everythingStored()
                + support.get(path).body()
                + council.get("/api/mentions/" + id("by-zebedee-1")).body()
                + council.get("/api/cases?limit=200").body();
        for (String trace : List.of("Zanzibar", "Zebedee", "zebedee", "Quux")) {
            assertFalse(everything.contains(trace), trace);
        }
        assertEquals(202, forum.signed(event).statusCode(), "told again");
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> !everythingStored()
                .contains("Zanzibar"));
    }

    /** Of an author with nothing but a name, sooner than the minute after which the first erasure looks once more. */
    @Test
    void whatABackupBringsBackIsErasedAgainByTheLedger() throws Exception {
        String path = heard(said("by-yorick-1", null, "Yorick Plum", "Yucatan wants a refund"), "by-yorick-1");
        try (DynamoDbClient dynamoDb =
                Sdk.client(DynamoDbClient.builder(), cloud.emulators().dynamoDb())) {
            String table = cloud.template().functions().stream()
                    .map(function -> function.environment().get("EARSHOT_TABLE"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            List<Map<String, AttributeValue>> backup = dynamoDb.query(q -> q.tableName(table)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("M#" + id("by-yorick-1")))))
                    .items();
            erase("Yorick%20Plum", path);
            backup.forEach(item -> dynamoDb.putItem(p -> p.tableName(table).item(item)));
            assertTrue(everythingStored().contains("Yucatan"), "the backup brought it back");
            assertEquals(202, council.post("/api/erasures/again", null).status());
            await().atMost(SOON).until(() -> !everythingStored().contains("Yucatan"));
        }
        assertFalse(everythingStored().contains("Yorick"));
    }

    @Test
    void answersHoldTheWordsOfStrangersAsTextAndNothingElse() throws Exception {
        String words = "refund <script>alert(1)</script> \u202Etxet\u202C \"}],{\\ </html> " + "w".repeat(10_000);
        String path = heard(said("hostile", "h-1", "<b>\u202E", words), "hostile");
        Answer mention = support.get("/api/mentions/" + id("hostile"));
        assertEquals(words, mention.json().at("/text").asText());
        for (String answered : List.of(path, "/api/cases", "/api/mentions/" + id("hostile"))) {
            Answer answer = support.get(answered);
            assertEquals(200, answer.status(), answered);
            assertTrue(
                    answer.type().startsWith("application/json"), "no browser takes it for a page: " + answer.type());
            assertTrue(answer.json().toString().contains("<script>alert(1)</script>"), answered);
        }
    }

    @Test
    void pagesAskToSignInAndTheApiDoesNot() throws Exception {
        for (String path : List.of("/", "/cases/" + caseId("seen", "support"))) {
            assertEquals(302, Browsing.get(cloud, path).statusCode(), path);
        }
        assertEquals(401, Browsing.get(cloud, "/api/cases").statusCode());
        assertEquals(401, Browsing.get(cloud, "/api/openapi").statusCode());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatPeopleRerouteIsRoutedSoWithinAMinute() throws Exception {
        Duration left = Duration.between(Instant.now(), taughtAt.plusSeconds(60));
        AtomicInteger posts = new AtomicInteger();
        await().pollInterval(Duration.ofSeconds(2))
                .atMost(left.compareTo(ONE_MENTION) > 0 ? left : ONE_MENTION)
                .until(() -> likeliest("river-again-" + posts.incrementAndGet()).equals("sales"));
        String last = caseId("river-again-" + posts, "sales");
        assertEquals(200, council.get("/api/cases/" + last).status(), "and a case is opened by it");
    }

    private static String likeliest(String externalId) throws Exception {
        river(externalId, "Is there another volunteering day at the river this year?");
        String path = "/api/mentions/" + id(externalId);
        await().atMost(SOON).until(() -> council.get(path).status() == 200);
        return council.get(path).json().at("/analysis/departments/0/id").asText();
    }

    private static void river(String externalId, String words) throws Exception {
        assertEquals(202, forum.signed(said(externalId, "r-1", "Ray", words)).statusCode());
    }

    private static String body(String method, String path) throws Exception {
        if (method.equals("PUT")) {
            return council.get("/api/departments/support").body();
        }
        return path.endsWith("/note") ? "{\"text\":\"Seen.\"}" : null;
    }

    private static List<String> departmentsIn(Answer list) throws Exception {
        return list.json().at("/items").findValuesAsText("department");
    }

    /** Posts something that support gets a case of. */
    private static String refund(String externalId) throws Exception {
        assertEquals(
                202,
                forum.post(externalId, "I want a refund, said " + externalId).statusCode());
        String id = caseId(externalId, "support");
        await().atMost(SOON).until(() -> council.get("/api/cases/" + id).status() == 200);
        return id;
    }

    private static byte[] said(String externalId, String authorId, String name, String words) {
        ObjectNode event = EarshotJson.mapper().createObjectNode().put("type", "mention.created");
        event.putObject("data")
                .put("id", externalId)
                .put("text", words)
                .put("url", "https://forum.example.com/" + externalId)
                .putObject("author")
                .put("id", authorId)
                .put("name", name);
        return event.toString().getBytes(UTF_8);
    }

    /** Sends an event and waits for support's case, whose path it returns. */
    private static String heard(byte[] event, String externalId) throws Exception {
        assertEquals(202, forum.signed(event).statusCode());
        String path = "/api/cases/" + caseId(externalId, "support");
        await().atMost(SOON).until(() -> support.get(path).status() == 200);
        return path;
    }

    private static void erase(String authorId, String path) throws Exception {
        assertEquals(
                202,
                council.call("DELETE", "/api/authors/our-forum/" + authorId, null)
                        .status());
        await().atMost(SOON)
                .until(() -> support.get(path).json().at("/mention/excerpt").isNull());
    }

    private static MentionId id(String externalId) {
        return MentionId.of("our-forum", externalId);
    }

    private static String caseId(String externalId, String department) {
        return "c_" + id(externalId).bare() + "_" + department;
    }

    private static void confirm(String address) throws Exception {
        await().atMost(SOON).until(() -> cloud.emulators().mailbox().newestFirst().stream()
                .anyMatch(mail -> mail.to().equals(address)));
        URI link = cloud.emulators().mailbox().newestFirst().stream()
                .filter(mail -> mail.to().equals(address))
                .findFirst()
                .orElseThrow()
                .confirmLink();
        assertEquals(200, Browsing.follow(link.toString()).statusCode());
    }

    private static String everythingStored() {
        try (DynamoDbClient dynamoDb =
                Sdk.client(DynamoDbClient.builder(), cloud.emulators().dynamoDb())) {
            StringBuilder everything = new StringBuilder();
            for (String table : dynamoDb.listTables().tableNames()) {
                dynamoDb.scanPaginator(s -> s.tableName(table)).items().forEach(everything::append);
            }
            return everything.toString();
        }
    }
}
