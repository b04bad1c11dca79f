package dev.earshot.provider.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.provider.Heard;
import dev.earshot.provider.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds from those who mean harm. */
class HostileFeedTest {

    private static final String HEAD = "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>";

    @Test
    void aDoctypeIsRefusedWhateverIsInIt(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "very-secret");
        refused("<!DOCTYPE feed><feed xmlns='http://www.w3.org/2005/Atom'/>");
        refused("<!DOCTYPE feed [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + HEAD
                + "<entry><id>1</id><title>&x;</title></entry></feed>");
        refused("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
                + " 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'/>");
    }

    @Test
    void nothingOutsideIsEverAskedFor() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            nobody.setSoTimeout(200);
            String there = "http://127.0.0.1:" + nobody.getLocalPort() + "/";
            refused("<!DOCTYPE feed SYSTEM '" + there + "dtd'>" + HEAD + "</feed>");
            refused("<!DOCTYPE feed [<!ENTITY % x SYSTEM '" + there + "'> %x;]>" + HEAD + "</feed>");
            parse("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:xi='http://www.w3.org/2001/XInclude'"
                    + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + there + " "
                    + there + "' xml:base='" + there + "'><entry><id>1</id><title><xi:include href='" + there
                    + "'/>t</title><content src='" + there + "'/></entry></feed>");
            assertTrue(nobodyCame(nobody));
        }
    }

    private static boolean nobodyCame(ServerSocket server) throws IOException {
        try (Socket somebody = server.accept()) {
            return !somebody.isConnected();
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void entityBombsAreHarmless() {
        StringBuilder lol = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            lol.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        refused(lol + "]>" + HEAD + "<entry><id>1</id><title>&l9;</title></entry></feed>");
        refused("<!DOCTYPE x [<!ENTITY a '" + "a".repeat(100_000) + "'>]>" + HEAD + "<title>" + "&a;".repeat(100_000)
                + "</title></feed>");
        refused(HEAD + "<entry><id>1</id><title>&undeclared;</title></entry></feed>");
    }

    @Test
    void whatIsTooManyIsLeftOutAndTold() {
        String entry = "<entry><id>%d</id><title>t</title></entry>";
        StringBuilder feed = new StringBuilder(HEAD);
        for (int i = 0; i < 700; i++) {
            feed.append(entry.formatted(i));
        }
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, parse(feed + "</feed>"));
        assertEquals(500, heard.mentions().size());
        assertEquals("499", heard.mentions().get(499).externalId());
        assertEquals(200, heard.ignored());
        assertEquals("/entries", heard.errors().get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<content type='xhtml'>", "<x:y xmlns:x='u'>", "<channel>", "<entry>"})
    void depthEndsNothingButTheFeed(String element) {
        refused(HEAD + "<entry><id>1</id>" + element.repeat(60_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a b='c'/>",
                "<!---->",
                "<?a b?>",
                "<a xmlns:b='c'/>",
                "&amp;",
                "&nbsp;",
                "&#65;",
                "]]&gt;",
                "<![CDATA[]]>",
                "<link rel='hub'/>",
                "<title/>",
                "<category/>",
                "<author/>",
                "&",
                "& ",
                "&a",
                "&&;;"
            })
    void repetitionCostsLittle(String unit) {
        String body = HEAD + "<entry><id>1</id><title>t</title>" + unit.repeat(300_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            parse(body + "</entry></feed>");
            parse(body);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "&amp;,        100001, pieces of text",
        "<?a b?>,      100001, pieces of text",
        "<title/>,      20001, elements",
        "<!---->,       20001, comments or CDATA sections",
        "<![CDATA[]]>,  20001, comments or CDATA sections"
    })
    void whatNoFeedNeedsIsRefusedWithItsName(String unit, int times, String what) {
        String body =
                HEAD + "<entry><id>1</id><content type='xhtml'>" + unit.repeat(times) + "</content></entry></feed>";
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, parse(body));
        assertTrue(malformed.reason().contains(what), malformed.reason());
    }

    @Test
    void manyAttributesAndNamespacesAreNoFeed() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            attributes
                    .append(" a")
                    .append(i)
                    .append("='' xmlns:n")
                    .append(i)
                    .append("='u")
                    .append(i)
                    .append("'");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> parse("<feed xmlns='http://www.w3.org/2005/Atom'" + attributes + "/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "no feed",
                "<html><body>Moved</body></html>",
                "<feed/>",
                "<rss/>",
                "<rss version='2.0'/>",
                "{\"version\": \"https://jsonfeed.org/version/1\"}",
                "<?xml version='1.0' encoding='klingon'?><rss/>",
                "<?xml version='1.0' encoding='utf-8'?>",
                "\u0000\u0001",
                "<rss version='9.9'><channel><item/></channel></rss>"
            })
    void whatIsNoFeedIsToldSoAndNothingEscapes(String body) {
        Heard heard = parse(body);
        assertFalse(
                heard instanceof Heard.Mentions mentions && !mentions.mentions().isEmpty(), heard::toString);
    }

    @Test
    void moreThanTwoMegabytesAreNotLookedAt() {
        refused(HEAD + " ".repeat(2 * 1024 * 1024) + "</feed>");
    }

    @Test
    void aFeedThatWasDamagedAnywhereLetsNothingEscape() throws IOException {
        Random random = new Random(4711);
        for (String file : new String[] {"feed/atom-tombstones.xml", "feed/wordpress-rss2.xml", "feed/rss1.xml"}) {
            byte[] whole = Signed.file(file);
            for (int i = 0; i < 400; i++) {
                byte[] damaged = whole.clone();
                int at = random.nextInt(damaged.length);
                int length = Math.min(1 + random.nextInt(8), damaged.length - at);
                System.arraycopy(whole, random.nextInt(whole.length - length), damaged, at, length);
                parse(damaged);
            }
        }
    }

    @Test
    void theReasonDoesNotRepeatTheFeed() {
        Heard.Malformed heard = assertInstanceOf(Heard.Malformed.class, parse(HEAD + "<secret-word></feed>"));
        assertFalse(heard.reason().contains("secret-word"), heard.reason());
        assertTrue(heard.reason().contains("line 1"), heard.reason());
    }

    @Test
    void romesFilesAreOnTheClassPathWhereNativeExecutablesLookForThem() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/com/rometools/rome/rome.properties")) {
            assertTrue(file != null);
        }
        try (InputStream file = getClass().getResourceAsStream("/META-INF/native-image/romtools/reflect-config.json")) {
            assertTrue(file != null, "ROME registers its classes itself no more: do it here");
        }
    }

    private static void refused(String feed) {
        assertInstanceOf(Heard.Malformed.class, parse(feed));
    }

    private static Heard parse(String feed) {
        return parse(feed.getBytes(UTF_8));
    }

    private static Heard parse(byte[] feed) {
        return FeedMentions.heard(feed, Signed.source("feed"), Signed.NOON);
    }
}
