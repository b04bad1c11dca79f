package dev.earshot.provider.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents as CNCF's own library sends them, and as others do. */
class CloudEventsMentionTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json; charset=utf-8";
    private static final String DATA =
            "{\"title\": \"t\", \"text\": \"größer 😀\", \"author\": {\"handle\": \"ada\"}, \"version\": 3}";
    private static final String EVENT =
            "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/s\", \"type\": \"t\", \"data\": {\"text\": \"x\"}}";

    private static final Mention EXPECTED = Mention.of("our-source", "cloudevents", "/apps/a b-1")
            .title("t")
            .text("größer 😀")
            .author(new Author(null, "ada", null))
            .createdAt(Instant.parse("2026-11-21T11:00:00Z"))
            .version(3)
            .heard(Signed.NOON);

    @Test
    void theLibrarysBinaryEventIsHeard() {
        Map<String, String> headers = new HashMap<>();
        byte[][] body = new byte[1][];
        HttpMessageFactory.createWriter(
                        (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value), bytes -> body[0] = bytes)
                .writeBinary(event("application/json"));
        assertEquals("b-1", headers.get("ce-id"));
        assertEquals(Heard.one(EXPECTED), heard(headers, body[0]));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLibrarysStructuredEventIsHeardInEitherEncodingOfItsData(boolean base64) {
        JsonFormat format = base64 ? new JsonFormat().withForceJsonDataToBase64() : new JsonFormat();
        String json = new String(format.serialize(event("application/json")), UTF_8);
        assertEquals(base64, json.contains("data_base64"), json);
        assertEquals(Heard.one(EXPECTED), heard(STRUCTURED, json));
        assertEquals(Heard.one(EXPECTED), heard("Application/CloudEvents+JSON;charset=UTF-8", json));
    }

    @Test
    void theLibrarysEventsInABatchAreHeardOneByOne() {
        String json = new String(new JsonFormat().serialize(event("application/json")), UTF_8);
        Heard.Mentions heard = mentions(BATCH, "[" + json + ", " + EVENT + "]");
        assertEquals(EXPECTED, heard.mentions().get(0));
        assertEquals("/s 1", heard.mentions().get(1).externalId());
        assertEquals(0, heard.ignored());
        assertEquals(new Heard.Mentions(List.of(), 0), heard(BATCH, "[]"));
    }

    @Test
    void theDatasOwnIdAndTimeComeFirst() {
        Mention mention = one(EVENT.replace(
                "{\"text\"",
                "{\"id\": 7, \"createdAt\": \"2026-01-01T00:00:00Z\", \"url\": \"https://a b\", \"text\""));
        assertEquals("7", mention.externalId());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), mention.createdAt());
        assertEquals(null, mention.url());
    }

    @Test
    void aDeletionNamesWhatIsDeletedAndIsTheLastVersion() {
        Mention gone = one(EVENT.replace("{\"text\": \"x\"}", "{\"id\": \"7\", \"deleted\": true}"));
        assertEquals(
                Mention.of("our-source", "cloudevents", "7")
                        .version(Long.MAX_VALUE)
                        .deleted(Signed.NOON),
                gone);
        assertEquals(List.of("/data/id"), pointers(STRUCTURED, EVENT.replace("\"text\": \"x\"", "\"deleted\": true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"data\": \"größer\"", "\"data_base64\": \"Z3LDtsOfZXI=\""})
    void plainTextIsItsWords(String data) {
        String event = EVENT.replace("\"data\": {\"text\": \"x\"}", "\"datacontenttype\": \"text/plain\", " + data);
        assertEquals("größer", one(event).text());
        Map<String, String> headers = binary("text/plain; charset=utf-8");
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, heard(headers, "größer".getBytes(UTF_8)));
        assertEquals("größer", heard.mentions().get(0).text());
        assertInstanceOf(Heard.Malformed.class, heard(headers, new byte[] {'g', (byte) 0xF6}));
        assertInstanceOf(Heard.Malformed.class, heard(headers, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
                "%e2%82%ac | €",
                "plain | plain",
                "%41%2541 | A%41",
                "\"quoted \\\"x\\\" %41\" | quoted \"x\" A",
                "100% | 100%",
                "%4 | %4",
                "%zz | %zz",
                "\" | \"",
            })
    void headersAreUnquotedAndDecodedOnce(String header, String value) {
        assertEquals(Optional.of(value), CloudEventHeaders.decode(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%FF", "%ED%A0%80", "%E2%82", "é", "\u007f", "\uD800"})
    void whatEncodesNoUtf8IsRefusedAndPointedAt(String header) {
        assertEquals(Optional.empty(), CloudEventHeaders.decode(header));
        Map<String, String> headers = binary("application/json");
        headers.put("ce-subject", header);
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, heard(headers, DATA.getBytes(UTF_8)));
        assertEquals("/subject", malformed.errors().get(0).pointer());
    }

    @ParameterizedTest
    @CsvSource({"ce-id, /id", "ce-source, /source", "ce-type, /type", "ce-specversion, /specversion"})
    void everyRequiredAttributeIsNeeded(String header, String pointer) {
        Map<String, String> headers = binary("application/json");
        headers.remove(header);
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, heard(headers, DATA.getBytes(UTF_8)));
        assertTrue(malformed.errors().stream().anyMatch(e -> e.pointer().equals(pointer)), malformed::toString);
    }

    @Test
    void theTypeOfTheDataIsNotStatedTwiceAndNoHeaderIsTheData() {
        Map<String, String> headers = binary("application/json");
        headers.put("ce-data", "x");
        headers.put("ce-not_an_attribute", "\u0001");
        assertInstanceOf(Heard.Mentions.class, heard(headers, DATA.getBytes(UTF_8)));
        headers.put("ce-datacontenttype", "text/plain");
        Heard.Malformed malformed = assertInstanceOf(Heard.Malformed.class, heard(headers, DATA.getBytes(UTF_8)));
        assertEquals("/datacontenttype", malformed.errors().get(0).pointer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.0\" | \"0.3\" | /specversion",
                "\"1.0\" | 1.0 | /specversion",
                "\"/s\" | \"/a b\" | /source",
                "\"/s\" | null | /source",
                "\"id\": \"1\" | \"id\": 5 | /id",
                "\"type\": \"t\" | \"type\": \"\" | /type",
                "\"type\": \"t\" | \"type\": \"t\", \"time\": \"yesterday\" | /time",
                "{\"text\": \"x\"} | null | /data",
                "{\"text\": \"x\"} | \"{}\" | /data",
                "{\"text\": \"x\"} | {} | /data/text",
                "{\"text\": \"x\"} | {\"text\": \"x\", \"url\": \"javascript:x\"} | /data/url",
                "\"data\": {\"text\": \"x\"} | \"data_base64\": \"%\" | /data_base64",
                "\"data\": {\"text\": \"x\"} | \"data_base64\": \"/w==\" | /data_base64",
                "\"data\": {\"text\": \"x\"} | \"data_base64\": \"W10=\" | /data_base64",
                "\"data\": {\"text\": \"x\"} | \"data_base64\": {} | /data_base64",
                "\"data\": | \"data_base64\": \"e30=\", \"data\": | /data_base64",
                "\"data\": | \"datacontenttype\": \"application/xml\", \"data\": | /datacontenttype",
            })
    void whatIsWrongIsPointedAt(String good, String bad, String pointer) {
        assertTrue(EVENT.contains(good));
        List<String> pointers = pointers(STRUCTURED, EVENT.replace(good, bad));
        assertTrue(pointers.contains(pointer), pointers::toString);
        List<String> inBatch = pointers(BATCH, "[" + EVENT.replace(good, bad) + "]");
        assertTrue(inBatch.contains("/0" + pointer), inBatch::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "5", "[{}]", "[5]", "[null, \"x\"]", "[[" + EVENT + "]]"})
    void aBatchOfNothingReadableIsMalformed(String body) {
        assertInstanceOf(Heard.Malformed.class, heard(BATCH, body));
    }

    @Test
    void aBatchTellsOfAHundredMistakesAtMost() {
        Heard.Malformed malformed =
                assertInstanceOf(Heard.Malformed.class, heard(BATCH, "[" + "{},".repeat(999) + "{}]"));
        assertEquals(100, malformed.errors().size());
    }

    @Test
    void trialsAreNoMentions() {
        assertEquals(Heard.ignored(), heard(STRUCTURED, EVENT.replace("\"type\": \"t\"", "\"type\": \"ping\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents", "application/cloudevents+avro", "application/cloudevents-batch+avro",
                "application/cloudevents-batch", "application/xml", "application/x-www-form-urlencoded",
                "application/octet-stream", "text/html"
            })
    void anotherFormatIsUnsupported(String type) {
        assertInstanceOf(Heard.Unsupported.class, heard(binary(type), EVENT.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vnd.acme+json", "text/json; charset=utf-8"})
    void everyJsonIsJson(String type) {
        assertInstanceOf(Heard.Mentions.class, heard(binary(type), DATA.getBytes(UTF_8)));
    }

    private static io.cloudevents.CloudEvent event(String type) {
        return CloudEventBuilder.v1()
                .withId("b-1")
                .withSource(URI.create("/apps/a"))
                .withType("com.example.said")
                .withTime(OffsetDateTime.parse("2026-11-21T12:00:00+01:00"))
                .withSubject("s")
                .withExtension("partitionkey", "k")
                .withData(type, DATA.getBytes(UTF_8))
                .build();
    }

    private static Map<String, String> binary(String type) {
        return new HashMap<>(
                Map.of("content-type", type, "ce-id", "1", "ce-source", "/s", "ce-type", "t", "ce-specversion", "1.0"));
    }

    private static Mention one(String event) {
        return mentions(STRUCTURED, event).mentions().get(0);
    }

    private static Heard.Mentions mentions(String type, String body) {
        return assertInstanceOf(Heard.Mentions.class, heard(type, body));
    }

    private static List<String> pointers(String type, String body) {
        return assertInstanceOf(Heard.Malformed.class, heard(type, body)).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static Heard heard(String type, String body) {
        return heard(Map.of("content-type", type), body.getBytes(UTF_8));
    }

    private static Heard heard(Map<String, String> headers, byte[] body) {
        return new CloudEvents().parse(Signed.hook(headers, body), Signed.source("cloudevents", "token"), Signed.NOON);
    }
}
