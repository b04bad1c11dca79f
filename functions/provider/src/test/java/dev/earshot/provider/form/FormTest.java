package dev.earshot.provider.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static final Form FORM = new Form();
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String FULL = "text=Gr%C3%B6%C3%9Fer+%F0%9F%98%80+%26+better%0D%0Aplease&name=Mira+Okafor"
            + "&topic=Kettles&page=https%3A%2F%2Fwww.example.com%2Fkettles&email=mira%40example.com&website=";

    @Test
    void everyFieldArrivesButTheAddress() {
        Mention said = Samples.one(heard(URLENCODED, FULL));
        assertEquals("Größer 😀 & better\nplease", said.text());
        assertEquals(new Author(null, null, "Mira Okafor"), said.author());
        assertEquals("Kettles", said.title());
        assertEquals("https://www.example.com/kettles", said.url());
        assertEquals(Signed.NOON, said.createdAt());
        assertEquals(1, said.version());
        assertTrue(said.externalId().matches("[0-9a-f]{64}"), said.externalId());
        assertTrue(!said.toString().contains("mira@example.com"));
    }

    @Test
    void otherNamesOfFieldsAndJsonSayTheSame() {
        Mention other = Samples.one(heard(
                "application/json",
                "{\"message\": \"Größer 😀 & better\\nplease\", \"name\": \"Mira Okafor\", \"subject\": \"Kettles\","
                        + " \"url\": \"https://www.example.com/kettles\", \"age\": 5}"));
        Mention form = Samples.one(heard(URLENCODED, FULL));
        assertEquals(form.text(), other.text());
        assertEquals(form.title(), other.title());
        assertEquals(form.url(), other.url());
        assertEquals(form.author(), other.author());
    }

    @Test
    void whoClicksTwiceIsHeardOnceAndAgainAnHourLater() {
        Mention once = Samples.one(heard(URLENCODED, FULL));
        assertEquals(
                once.id(), Samples.one(heardAt(FULL, Duration.ofMinutes(59))).id());
        assertNotEquals(
                once.id(), Samples.one(heardAt(FULL, Duration.ofMinutes(60))).id());
        assertNotEquals(
                once.id(),
                Samples.one(heard(URLENCODED, FULL.replace("Mira", "Jonas"))).id());
    }

    @Test
    void anIdOfItsOwnIsTheId() {
        assertEquals("f-17", Samples.one(heard(URLENCODED, FULL + "&id=f-17")).externalId());
        assertTrue(Samples.one(heard(URLENCODED, FULL + "&id=")).externalId().matches("[0-9a-f]{64}"));
    }

    @Test
    void whoFillsInWhatPeopleDoNotSeeIsNotHeardAndNotTold() {
        assertEquals(Heard.ignored(), heard(URLENCODED, FULL + "http%3A%2F%2Fspam.example"));
        assertEquals(Heard.ignored(), heard("application/json", "{\"text\": \"x\", \"website\": \"y\"}"));
    }

    @Test
    void whatJsonLeavesNullIsNotFilledIn() {
        String body = "{\"text\": null, \"message\": \"x\", \"website\": null, \"name\": null, \"id\": null}";
        assertEquals("x", Samples.one(heard("application/json", body)).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text=", "text=++", "name=Mira", "=x", "&&&", "text"})
    void withoutWordsThereIsNothing(String form) {
        assertEquals(List.of("/text"), Samples.pointers(heard(URLENCODED, form)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%", "text=%zz", "text=%C3%"})
    void whatIsNotEncodedAsFormsAreIsRefused(String form) {
        assertInstanceOf(Heard.Malformed.class, heard(URLENCODED, form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", "application/xml"})
    void otherKindsOfFormsAreNotUnderstood(String type) {
        assertInstanceOf(Heard.Unsupported.class, heard(type, FULL));
    }

    @Test
    void aPageThatIsNoAddressIsLeftOut() {
        assertNull(Samples.one(heard(URLENCODED, "text=x&page=javascript%3Aalert(1)"))
                .url());
        assertNull(Samples.one(heard(URLENCODED, "text=x&page=%2Fkettles")).url());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com, secret, true",
        "HTTPS://WWW.EXAMPLE.COM, secret, true",
        "http://www.example.com, secret, false",
        "https://www.example.com.evil.example, secret, false",
        "null, secret, false",
        "'', secret, false",
        "https://www.example.com, guessed, false",
        "https://www.example.com, '', false"
    })
    void onlyAllowedOriginsThatKnowTheAddressAreHeard(String origin, String secret, boolean proven) {
        Map<String, String> headers = origin.isEmpty() ? Map.of() : Map.of("origin", origin);
        Hook hook = new Hook("POST", "our-source", secret, headers, Map.of(), FULL.getBytes(UTF_8));
        Proof proof = FORM.verify(
                hook, Samples.source("form", "{\"allowedOrigins\": [\"https://www.example.com\"]}"), Signed.NOON);
        assertEquals(proven, proof instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"https://www.example.com\"", "null"})
    void originsThatAllowNothingAllowNobody(String origins) {
        Map<String, String> headers = Map.of("origin", "https://www.example.com");
        Hook hook = new Hook("POST", "our-source", "secret", headers, Map.of(), new byte[0]);
        Proof proof = FORM.verify(hook, Samples.source("form", "{\"allowedOrigins\": " + origins + "}"), Signed.NOON);
        assertInstanceOf(Proof.Refused.class, proof);
    }

    @Test
    void withoutAllowedOriginsTheAddressIsEnough() {
        Hook hook = new Hook("POST", "our-source", "secret", Map.of(), Map.of(), new byte[0]);
        assertInstanceOf(Proof.Proven.class, FORM.verify(hook, Signed.source("form", "secret"), Signed.NOON));
    }

    @Test
    void peopleAreSentToThePageThatThanksThem() {
        HookAnswer.Accepted accepted = new HookAnswer.Accepted(List.of(), 0, List.of());
        String page = "https://www.example.com/thanks";
        assertEquals(
                accepted.seeOther(page),
                FORM.thanks(accepted, Samples.source("form", "{\"thanks\": \"" + page + "\"}")));
        assertEquals(accepted, FORM.thanks(accepted, Signed.source("form", "secret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"thanks\": \"https://www.example.com/thanks\"} | true",
                "{\"thanks\": \"/thanks\"} | false",
                "{\"thanks\": \"javascript:alert(1)\"} | false",
                "{\"allowedOrigins\": [\"https://www.example.com\", \"http://127.0.0.1:8080\"]} | true",
                "{\"allowedOrigins\": [\"www.example.com\"]} | false",
                "{\"allowedOrigins\": [\"https://www.example.com/\"]} | false",
                "{\"allowedOrigins\": \"*\"} | false",
                "{\"else\": 1} | false"
            })
    void optionsAreChecked(String options, boolean good) {
        assertEquals(good, Providers.check(Samples.source("form", options)).isEmpty());
    }

    private static Heard heard(String type, String body) {
        return Samples.heard(FORM, Signed.source("form", "secret"), Map.of("content-type", type), body.getBytes(UTF_8));
    }

    private static Heard heardAt(String body, Duration later) {
        Instant then = Signed.NOON.plus(later);
        return FORM.parse(
                Signed.hook(Map.of("content-type", URLENCODED), body.getBytes(UTF_8)),
                Signed.source("form", "secret"),
                then);
    }
}
