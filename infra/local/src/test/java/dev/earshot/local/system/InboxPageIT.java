package dev.earshot.local.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.MentionId;
import dev.earshot.local.cloud.LocalCloud;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The pages of the packaged inbox, after a sign-in at the local issuer. */
class InboxPageIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern RENEWAL = Pattern.compile("hx-get=\"([^\"]+)\"");

    private static final Pattern FIGURE = Pattern.compile("<a href=\"(/\\?department=support[^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"");

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");

    /** A number that leads to a list of cases, in a table or by itself. */
    private static final Pattern COUNT =
            Pattern.compile("(?:data-value=\"\\d+\"|class=\"value\")><a href=\"(/\\?[^\"]+)\">(\\d+)</a>");

    private static final Pattern ROW = Pattern.compile("^\"c_", Pattern.MULTILINE);

    private static LocalCloud cloud;
    private static Forum forum;
    private static Browsing sam;

    @BeforeAll
    static void startsTheLocalCloud() throws Exception {
        cloud = TestCloud.start();
        forum = new Forum(cloud.address());
        // Its process starts with the first call, which the page would not wait for.
        ApiClient council = ApiClient.of(cloud, "Cleo", "council");
        await().atMost(SOON)
                .until(() -> council.post("/api/try", "{\"text\": \"Hello\"}").status() == 200);
        sam = Browsing.signedIn(cloud, "Sam", "support");
    }

    @AfterAll
    static void endsIt() {
        cloud.close();
    }

    @Test
    void aCaseArrivesInTheListWhichIsSentAgainOnlyWhenItChanged() throws Exception {
        String caseId = refund("arrives", "I want a refund");
        String page = sam.get("/").body();
        assertTrue(page.contains("href=\"/cases/" + caseId + "\""), page);
        assertTrue(page.contains("<span>Sam</span>"), page);
        Matcher renewal = RENEWAL.matcher(page);
        assertTrue(renewal.find(), page);
        String same = renewal.group(1).replace("&amp;", "&");
        assertEquals(204, sam.get(same).statusCode());
        refund("arrives-too", "I want a refund, too");
        HttpResponse<String> changed = sam.get(same);
        assertEquals(200, changed.statusCode());
        assertFalse(changed.body().contains("<html"), "the list alone");
    }

    @Test
    void aCaseIsTakenAndResolvedByTheFormsOfItsPage() throws Exception {
        String path = "/cases/" + refund("worked", "I want a refund");
        HttpResponse<String> taken = sam.submit(path + "/acknowledge", "version=1");
        assertEquals(200, taken.statusCode());
        assertEquals(path, taken.uri().getPath(), "back on its page");
        assertTrue(taken.body().contains("Acknowledged"), taken.body());
        HttpResponse<String> late = sam.submit(path + "/resolve", "version=1&kind=FIXED&text=Paid");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("Below is the case as it is now."), late.body());
        HttpResponse<String> without = sam.submit(path + "/resolve", "version=2&kind=FIXED&text=");
        assertEquals(400, without.statusCode());
        HttpResponse<String> resolved = sam.submit(path + "/resolve", "version=2&kind=FIXED&text=Paid+%3Cb%3Eback");
        assertTrue(resolved.body().contains("Fixed: Paid &lt;b&gt;back"), resolved.body());
    }

    @Test
    void whatAnotherSiteSendsIsRefused() throws Exception {
        String path = "/cases/" + refund("forged", "I want a refund");
        assertEquals(
                403,
                sam.submit(path + "/acknowledge", "version=1", "https://evil.example")
                        .statusCode());
        assertTrue(sam.get(path).body().contains("Take it"), "nothing happened");
    }

    @Test
    void anotherDepartmentsCaseIsNotThere() throws Exception {
        String path = "/cases/" + refund("foreign", "I want a refund");
        Browsing pia = Browsing.signedIn(cloud, "Pia", "product");
        assertEquals(404, pia.get(path).statusCode());
        assertEquals(404, pia.submit(path + "/acknowledge", "version=1").statusCode());
        assertFalse(pia.get("/").body().contains("I want a refund"));
        assertTrue(Browsing.signedIn(cloud, "Nia").get("/").body().contains("You are in no department"));
    }

    @Test
    void everyPlaceIsThereForThoseWhoAreShownTheWayAndNotForOthers() throws Exception {
        Browsing cleo = Browsing.signedIn(cloud, "Cleo", "council");
        Browsing nia = Browsing.signedIn(cloud, "Nia");
        Set<String> shownToNia = places(nia);
        assertTrue(places(cleo).containsAll(shownToNia), shownToNia::toString);
        for (String place : places(cleo)) {
            assertEquals(200, cleo.get(place).statusCode(), place);
            assertEquals(shownToNia.contains(place) ? 200 : 404, nia.get(place).statusCode(), place);
        }
    }

    private static Set<String> places(Browsing who) throws Exception {
        String page = who.get("/").body();
        String navigation = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        return HREF.matcher(navigation).results().map(link -> link.group(1)).collect(Collectors.toSet());
    }

    @Test
    void wordsAreSearchedFor() throws Exception {
        String found = refund("search-1", "I want a refund for my xylophone");
        String other = refund("search-2", "I want a refund for my trumpet");
        String page = sam.get("/?q=Xylophone+REFUND").body();
        assertTrue(page.contains(found), page);
        assertFalse(page.contains(other), page);
        assertTrue(page.contains("Looked through "), page);
        assertFalse(page.contains("hx-get"), "a search does not renew itself");
    }

    @Test
    void aTextIsTriedByTheSignInOfWhoIsAtThePage() throws Exception {
        HttpResponse<String> tried = sam.submit("/try", "text=I+want+a+refund");
        assertEquals(200, tried.statusCode());
        assertTrue(tried.body().contains("It would become a case for:"), tried.body());
        assertTrue(tried.body().contains("asks for money back"), tried.body());
        assertTrue(sam.submit("/try", "text=").body().contains("Not tried: /text"), "what is wrong is said");
    }

    @Test
    void whatConcernsNobodyIsGivenToADepartmentOnceAndByThoseWhoSeeIt() throws Exception {
        assertEquals(202, forum.post("given", "Es regnet in Ulm.").statusCode());
        String id = MentionId.of("our-forum", "given").value();
        ApiClient listening = ApiClient.of(cloud, "Lea", "listening");
        await().atMost(SOON).until(() -> listening.get("/api/mentions/" + id).status() == 200);
        String path = "/api/mentions/" + id + "/assign";
        String toSales = "{\"department\": \"sales\", \"text\": \"an umbrella\"}";
        assertEquals(
                404, ApiClient.of(cloud, "Sam", "support").post(path, toSales).status());
        assertEquals(400, listening.post(path, "{\"department\": \"nobody\"}").status());
        ApiClient.Answer given = listening.post(path, toSales);
        assertEquals(200, given.status(), given.body());
        assertEquals(
                "Given by Lea: an umbrella", given.json().at("/because/0/text").asText());
        assertFalse(listening.get("/api/unrouted").body().contains(id));
        ApiClient council = ApiClient.of(cloud, "Cleo", "council");
        ApiClient.Answer again = council.post(path, "{\"department\": \"support\"}");
        assertEquals(409, again.status(), again.body());
        assertEquals("sales", again.json().path("department").asText());
    }

    @Test
    void wordsOfStrangersAreTextAndNothingElse() throws Exception {
        String words = "refund <script>alert(1)</script> <img src=x onerror=alert(1)> \u202Etxet\u202C {evil} "
                + "javascript:alert(1) " + "w".repeat(10_000);
        String path = "/cases/" + refund("evil", words);
        String note = "text=%3Cscript%3Ealert(2)%3C%2Fscript%3E%7Bevil%7D";
        assertEquals(200, sam.submit(path + "/note", note).statusCode());
        for (String page : List.of(sam.get("/").body(), sam.get(path).body())) {
            assertFalse(page.contains("<script>alert"), page);
            assertFalse(page.contains("<img src=x"), page);
            assertFalse(page.contains("\u202E"), "nothing turns the direction of writing");
            assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        }
        assertTrue(sam.get(path).body().contains("w".repeat(10_000)));
        assertTrue(sam.get(path).body().contains("{evil}"), "words are no template");
    }

    @Test
    void theCouncilSeesFiguresThatLeadToTheirCases() throws Exception {
        refund("figures", "I want a refund");
        Browsing cleo = Browsing.signedIn(cloud, "Cleo", "council");
        String page = cleo.get("/council").body();
        assertTrue(page.contains("Volume by department"), page);
        Matcher figure = FIGURE.matcher(page);
        assertTrue(figure.find(), page);
        assertTrue(cleo.get(figure.group(1).replace("&amp;", "&")).body().contains("I want a refund"));
        Matcher script = SCRIPT.matcher(page);
        while (script.find()) {
            assertEquals(200, cleo.get(script.group(1)).statusCode(), script.group(1));
        }
        HttpResponse<String> sheet = cleo.get("/council/export.csv");
        assertTrue(sheet.body().startsWith("\uFEFF\"department\",\"day\""), sheet.body());
        assertTrue(
                sheet.headers().firstValue("content-disposition").orElse("").startsWith("attachment"),
                sheet.headers().toString());
        assertEquals(404, sam.get("/council").statusCode());
        assertEquals(404, sam.get("/council/export.csv").statusCode());
        Browsing lea = Browsing.signedIn(cloud, "Lea", "leadership");
        assertFalse(FIGURE.matcher(lea.get("/council").body()).find(), "figures without cases");
    }

    @Test
    void everyFigureCountsTheCasesThatItLeadsTo() throws Exception {
        Browsing cleo = Browsing.signedIn(cloud, "Cleo", "council");
        sam.submit("/cases/" + refund("taken", "I want a refund") + "/acknowledge", "");
        sam.submit("/cases/" + refund("fixed", "I want a refund") + "/resolve", "kind=FIXED&text=Paid");
        sam.submit("/cases/" + refund("joke", "A refund? Very funny") + "/dismiss", "reason=A+joke");
        sam.submit("/cases/" + refund("not-ours", "Their refund") + "/dismiss", "reason=Not+us&notOurs=yes");
        sam.submit("/cases/" + refund("theirs", "I want a refund") + "/reroute", "department=sales");
        assertEquals(202, forum.post("by-hand", "Es schneit in Ulm.").statusCode());
        String id = MentionId.of("our-forum", "by-hand").value();
        await().atMost(SOON).until(() -> cleo.get("/unrouted").body().contains(id));
        cleo.submit("/unrouted/" + id, "department=sales");
        String page = cleo.get("/council").body();
        Map<String, Long> counted = new TreeMap<>();
        COUNT.matcher(page).results().forEach(cell -> counted.put(cell.group(1), Long.parseLong(cell.group(2))));
        assertTrue(counted.keySet().stream().anyMatch(one -> one.contains("sentiment=none")), counted::toString);
        assertTrue(counted.keySet().stream().anyMatch(one -> one.contains("happened=CORRECTED")), counted::toString);
        assertTrue(
                cleo.get("/?happened=resolved").body().contains("<option value=\"ALL\" selected>"),
                "wherever it stands");
        for (Map.Entry<String, Long> figure : counted.entrySet()) {
            String sheet = figure.getKey().replace("&amp;", "&").replace("/?", "/cases.csv?");
            assertEquals(
                    figure.getValue(),
                    ROW.matcher(cleo.get(sheet).body()).results().count(),
                    sheet);
        }
    }

    @Test
    void whoReportedAndWhoSaidItIsShownAsFarAsTheReaderMayKnow() throws Exception {
        Browsing cleo = Browsing.signedIn(cloud, "Cleo", "council");
        ApiClient pia = ApiClient.of(cloud, "Pia", "product");
        ApiClient.Answer accepted = pia.post("/api/mentions", "{\"text\":\"I want a refund, she said\"}");
        String id = new MentionId(accepted.json().path("mentionId").asText()).bare();
        String reported = "/cases/c_" + id + "_support";
        await().atMost(SOON).until(() -> sam.get(reported).statusCode() == 200);
        String shown = sam.get(reported).body();
        assertTrue(shown.contains("a colleague of Product"), shown);
        assertFalse(shown.contains("Pia"), shown);
        assertTrue(cleo.get(reported).body().contains("(Pia)"));
        String said = "/cases/" + refund("by-ada", "I want a refund");
        assertFalse(sam.get(said).body().contains("What is held about this author"));
        assertTrue(cleo.get(said).body().contains("What is held about this author"));
        String held = cleo.submit("/authors", "source=our-forum&authorId=Ada").body();
        assertTrue(held.contains("I want a refund"), held);
    }

    @Test
    void sheetsHaveNoFormulasAndNoOtherDepartments() throws Exception {
        String id = refund("formula", "=HYPERLINK(\"https://evil.example\",\"refund\")");
        HttpResponse<String> sheet = sam.get("/cases.csv?show=all");
        assertEquals(
                "text/csv;charset=UTF-8",
                sheet.headers().firstValue("content-type").orElse(""));
        assertTrue(sheet.body().contains("\"'=HYPERLINK(\"\"https"), sheet.body());
        Browsing pia = Browsing.signedIn(cloud, "Pia", "product");
        assertEquals(1, pia.get("/cases.csv?show=all").body().lines().count(), "titles alone");
        ApiClient evil = ApiClient.of(cloud, HostileWords.NAME, "support");
        assertEquals(200, evil.post("/api/cases/" + id + "/acknowledge", "{}").status());
        String audit =
                Browsing.signedIn(cloud, "Cleo", "council").get("/audit/export").body();
        assertTrue(audit.contains("\"'=1+1 <img src=x"), audit);
    }

    @Test
    void everyPageForbidsForeignAndInlineScripts() throws Exception {
        String path = "/cases/" + refund("policy", "I want a refund");
        for (String one : List.of("/", path, "/nothing")) {
            HttpResponse<String> page = sam.get(one);
            String policy = page.headers().firstValue("content-security-policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("no-store", page.headers().firstValue("cache-control").orElse(""), one);
            assertFalse(page.body().contains("style=\""), one);
            assertFalse(page.body().contains("onclick"), one);
        }
    }

    /** The same pages, as people use them. */
    @Nested
    class InABrowser extends BrowserCases {

        @Override
        protected LocalCloud cloud() {
            return cloud;
        }
    }

    /** Posts something that support gets a case of. */
    private static String refund(String externalId, String words) throws Exception {
        assertEquals(202, forum.post(externalId, words).statusCode());
        String id = "c_" + MentionId.of("our-forum", externalId).bare() + "_support";
        ApiClient council = ApiClient.of(cloud, "Cleo", "council");
        await().atMost(SOON).until(() -> council.get("/api/cases/" + id).status() == 200);
        return id;
    }
}
