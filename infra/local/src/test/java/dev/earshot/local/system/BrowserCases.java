package dev.earshot.local.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.earshot.core.mention.MentionId;
import dev.earshot.local.cloud.LocalCloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do with the pages, in a real Chromium: the one of the system, which Playwright drives. */
abstract class BrowserCases {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String AXE = "/axe.min.js";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    /** The cloud that the pages are of. */
    protected abstract LocalCloud cloud();

    @BeforeAll
    static void startsChromium() {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine: pages are not tried in a browser");
        axe = text(AXE);
        PlaywrightAssertions.setDefaultAssertionTimeout((double) SOON.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of(
                                "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-component-update")));
    }

    @AfterAll
    static void endsIt() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aCaseIsTakenAndResolvedByTheMouse() throws Exception {
        String id = refund("mouse", "I want a refund, the kettle broke");
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/");
            assertThat(page.locator("#link-" + id)).isVisible();
            sam.picture("inbox");
            page.click("#take-" + id);
            assertThat(page.getByText("Acknowledged").first()).isVisible();
            page.fill("#resolve textarea", "Sent the money back.");
            page.selectOption("#resolve select", "FIXED");
            sam.picture("case");
            page.click("#resolve button");
            assertThat(page.locator("#outcome + p")).hasText("Fixed: Sent the money back.");
            assertEquals(List.of(), sam.complaints());
        }
    }

    @Test
    void aCaseIsReroutedByKeysAloneAndFieldsAreNoShortcuts() throws Exception {
        String id = refund("keys", "I want a refund by keyboard");
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/?q=keyboard");
            page.keyboard().press("j");
            assertThat(page.locator("#link-" + id)).isFocused();
            page.keyboard().press("r");
            assertThat(page.locator("#resolve textarea")).isFocused();
            sam.open("/?q=keyboard");
            page.keyboard().press("j");
            assertThat(page.locator("#link-" + id)).isFocused();
            page.keyboard().press("a");
            assertThat(page.locator("h1")).hasText("Case for Customer support");
            page.keyboard().press("e");
            assertThat(page.locator("#reroute select")).isFocused();
            page.keyboard().press("m");
            assertThat(page.locator("#reroute select")).hasValue("marketing");
            page.keyboard().press("Tab");
            page.keyboard().type("j k a r e ?");
            assertThat(page.locator("#reroute textarea")).hasValue("j k a r e ?");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Rerouted", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            assertEquals(List.of(), sam.complaints());
        }
    }

    @Test
    void shortcutsCanBeTurnedOff() throws Exception {
        String id = refund("off", "I want a refund without shortcuts");
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/?q=shortcuts");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            sam.picture("keys");
            page.uncheck("#keys-on");
            page.click("#keys button");
            page.reload();
            page.keyboard().press("j");
            assertThat(page.locator("#link-" + id)).not().isFocused();
        }
    }

    @Test
    void newCasesArriveWithoutMovingTheFocus() throws Exception {
        String before = refund("before", "I want a refund first");
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/");
            page.focus("#link-" + before);
            String after = refund("after", "I want a refund after that");
            assertThat(page.locator("#link-" + after)).isVisible();
            assertThat(page.locator("#link-" + before)).isFocused();
            assertEquals(List.of(), sam.complaints());
        }
    }

    @Test
    void whatSomebodyHeardBecomesACase() {
        try (Visitor sam = Visitor.onAPhone(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/report");
            page.fill("textarea[name=text]", "A man in the shop asked for a refund for his scooter");
            page.fill("input[name=where]", "our shop in Lyon");
            sam.picture("report");
            page.click("main button.main");
            assertThat(page.locator("h1")).hasText("Thank you");
            page.click(".narrow summary");
            page.click(".narrow a[href='/']");
            assertThat(page.locator(".cases a", new Page.LocatorOptions().setHasText("scooter")))
                    .isVisible();
            assertEquals(List.of(), sam.complaints());
        }
    }

    @Test
    void whatConcernsNobodyIsGivenToADepartment() throws Exception {
        assertEquals(
                202,
                new Forum(cloud().address())
                        .post("aside", "Guten Morgen zusammen")
                        .statusCode());
        String id = MentionId.of("our-forum", "aside").value();
        ApiClient council = ApiClient.of(cloud(), "Cleo", "council");
        await().atMost(SOON).until(() -> council.get("/api/unrouted").body().contains(id));
        try (Visitor lea = Visitor.atADesk(browser, cloud(), "Lea", "listening")) {
            Page page = lea.open("/unrouted");
            var card = page.locator(".cards > li", new Page.LocatorOptions().setHasText("Guten Morgen"));
            card.locator("summary").click();
            card.locator("select").selectOption("marketing");
            lea.picture("unrouted");
            card.locator("button").click();
            assertThat(page.locator(".done")).containsText("Given to");
            assertThat(card).hasCount(0);
            assertEquals(List.of(), lea.complaints());
        }
        String given = "/api/cases/c_" + id.substring(2) + "_marketing";
        assertEquals("PERSON", council.get(given).json().at("/because/0/kind").asText());
    }

    @Test
    void aSubscriptionIsAddedAndRemoved() {
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/subscriptions");
            page.fill("input[name=endpoint]", "no address");
            page.click(".form button.main");
            assertThat(page.locator("[role=alert]")).containsText("endpoint");
            assertThat(page.locator("input[name=endpoint]")).hasValue("no address");
            page.fill("input[name=endpoint]", "team@example.com");
            page.click(".form button.main");
            assertThat(page.locator(".cards")).containsText("team@example.com");
            sam.picture("subscriptions");
            page.click(".cards button.danger");
            assertThat(page.getByText("team@example.com")).hasCount(0);
        }
    }

    @Test
    void theCouncilChangesARuleAndIsToldWhatIsWrongWithIt() {
        try (Visitor cleo = Visitor.atADesk(browser, cloud(), "Cleo", "council")) {
            Page page = cleo.open("/departments/people");
            page.click("text=Add a rule");
            var form = page.locator("#rules ~ details form");
            form.locator("input[name=name]").fill("asks for work");
            form.locator("textarea").fill("{\"words\": [\"job\"}");
            form.locator("button").click();
            assertThat(page.locator("[role=alert]")).containsText("/pattern");
            assertThat(form.locator("textarea")).hasValue("{\"words\": [\"job\"}");
            form.locator("textarea").fill("{\"words\": [\"job\"]}");
            form.locator("button").click();
            assertThat(page.locator(".cards", new Page.LocatorOptions().setHasText("asks for work")))
                    .isVisible();
            cleo.picture("department");
        }
        try (Visitor pia = Visitor.atADesk(browser, cloud(), "Pia", "people")) {
            assertThat(pia.open("/departments/people").getByText("Add a rule")).hasCount(0);
        }
    }

    @Test
    void aTextIsTriedAndNothingIsStored() {
        try (Visitor sam = Visitor.atADesk(browser, cloud(), "Sam", "support")) {
            Page page = sam.open("/try");
            page.fill("textarea[name=text]", "My parcel never came and I want a refund");
            page.click(".form button.main");
            assertThat(page.locator("#result")).isVisible();
            assertThat(page.locator(".cards")).containsText("Customer support");
            sam.picture("try");
            assertEquals(List.of(), sam.complaints());
        }
    }

    @Test
    void theCouncilSeesChartsOfWhatWasHeard() throws Exception {
        refund("charted", "I want a refund that counts");
        try (Visitor cleo = Visitor.atADesk(browser, cloud(), "Cleo", "council")) {
            Page page = cleo.open("/council");
            assertThat(page.locator("canvas").first()).isVisible();
            assertEquals(
                    "true",
                    cleo.run("String([...document.querySelectorAll('canvas')].map(one => Chart.getChart(one))"
                            + ".some(chart => chart.data.datasets.some(set => set.data.some(value => value > 0))))"));
            cleo.picture("council");
            assertEquals(List.of(), cleo.complaints());
        }
    }

    @Test
    void everyPageIsAccessibleFitsAPhoneAndTakesWordsOfStrangersForText() throws Exception {
        String id = new HostileWords(cloud()).strew();
        List<String> paths = pages(id);
        try (Visitor desk = Visitor.atADesk(browser, cloud(), HostileWords.NAME, "council");
                Visitor phone = Visitor.onAPhone(browser, cloud(), HostileWords.NAME, "council")) {
            for (String path : paths) {
                for (Visitor visitor : List.of(desk, phone)) {
                    visitor.open(path);
                    assertEquals("", violations(visitor), path);
                }
                assertFitsAPhone(phone, path);
                String policy = desk.header(path, "content-security-policy");
                assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
                assertFalse(policy.contains("unsafe"), policy);
            }
            for (Visitor visitor : List.of(desk, phone)) {
                looksUpTheHostileAuthor(visitor);
            }
            assertFitsAPhone(phone, "an author's words");
            for (String path : List.of("/?show=ALL", "/cases/" + id, "/unrouted", "/noise", "/reports")) {
                assertThat(desk.open(path).locator("main")).containsText("<script>alert(1)</script>");
            }
            for (String path : List.of("/cases/" + id, "/audit", "/ears")) {
                assertThat(desk.open(path).locator("main")).containsText("<img src=x onerror=alert(1)>");
            }
            phone.open("/");
            phone.picture("inbox-phone");
            assertEquals(List.of(), desk.complaints());
            assertEquals(List.of(), phone.complaints());
        }
    }

    private static void assertFitsAPhone(Visitor phone, String where) {
        String widths = phone.run("document.documentElement.scrollWidth + ' of ' + innerWidth");
        assertEquals("390 of 390", widths, where);
    }

    private static void looksUpTheHostileAuthor(Visitor visitor) {
        Page page = visitor.open("/authors");
        page.fill("input[name=source]", "our-forum");
        page.fill("input[name=authorId]", HostileWords.NAME);
        page.click("button.main");
        assertThat(page.locator("#held")).isVisible();
        assertThat(page.locator("main")).containsText("<script>alert(1)</script>");
        assertEquals("", violations(visitor));
    }

    /** Every page that the navigation of the council leads to, and those behind them. */
    private List<String> pages(String caseId) {
        try (Visitor cleo = Visitor.atADesk(browser, cloud(), "Cleo", "council")) {
            List<String> places = cleo.open("/").locator("nav.wide a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertTrue(places.contains("/unrouted"), places::toString);
            return Stream.concat(
                            places.stream(),
                            Stream.of(
                                    "/cases/" + caseId,
                                    "/departments/support",
                                    "/report/thanks",
                                    "/?q=refund&show=ALL"))
                    .toList();
        }
    }

    /** What axe finds that keeps people out: the rule, and where. */
    private static String violations(Visitor visitor) {
        visitor.run(axe + ";''");
        return visitor.run("axe.run({resultTypes: ['violations']}).then(found => found.violations"
                + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | ')).join('\\n'))");
    }

    /** Posts something that support gets a case of. */
    private String refund(String externalId, String words) throws Exception {
        String id = "browser-" + externalId;
        assertEquals(202, new Forum(cloud().address()).post(id, words).statusCode());
        String caseId = "c_" + MentionId.of("our-forum", id).bare() + "_support";
        ApiClient council = ApiClient.of(cloud(), "Cleo", "council");
        await().atMost(SOON).until(() -> council.get("/api/cases/" + caseId).status() == 200);
        return caseId;
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String text(String resource) {
        try (InputStream in = BrowserCases.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
