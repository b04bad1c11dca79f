package dev.earshot.provider.standardwebhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksMentionTest {

    @Test
    void everyFieldArrives() {
        Mention mention = mention("""
                {"type": "mention.created", "timestamp": "2026-11-21T11:59:59Z", "data": {
                  "id": "post-1", "url": "https://forum.example.com/t/1", "title": "Where is it?",
                  "text": "My parcel never came, größer 😀", "createdAt": "2026-11-21T12:59:30.5+01:00",
                  "language": "de", "author": {"id": "u1", "handle": "ada", "name": "Ada Lovelace"},
                  "inReplyTo": "post-0", "version": 7, "deleted": false, "mood": "unknown members are nobody's business"}}
                """);
        assertEquals(MentionId.of("our-source", "post-1"), mention.id());
        assertEquals("our-source", mention.source());
        assertEquals("standard-webhooks", mention.provider());
        assertEquals("post-1", mention.externalId());
        assertEquals("https://forum.example.com/t/1", mention.url());
        assertEquals("Where is it?", mention.title());
        assertEquals("My parcel never came, größer 😀", mention.text());
        assertEquals(Instant.parse("2026-11-21T11:59:30.500Z"), mention.createdAt());
        assertEquals(Signed.NOON, mention.receivedAt());
        assertEquals("de", mention.language());
        assertEquals(new Author("u1", "ada", "Ada Lovelace"), mention.author());
        assertEquals("post-0", mention.inReplyTo());
        assertEquals(7, mention.version());
        assertFalse(mention.deleted());
        assertFalse(mention.truncated());
        assertNull(mention.reportedBy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": {\"text\": \"hello\"}}",
                "{\"type\": null, \"data\": {\"id\": null, \"url\": null, \"title\": null, \"text\": \"hello\","
                        + " \"createdAt\": null, \"language\": null, \"author\": null, \"inReplyTo\": null,"
                        + " \"version\": null, \"deleted\": null}}",
                "{\"data\": {\"id\": \" \", \"url\": \"\", \"title\": \" \", \"text\": \"hello\", \"language\": \"\","
                        + " \"author\": {\"id\": null, \"name\": \" \"}, \"inReplyTo\": \"\"}}"
            })
    void wordsAreEnoughAndNullAndBlankAreAbsent(String body) {
        Mention mention = mention(body);
        assertEquals("msg_1", mention.externalId(), "the webhook-id stands in");
        assertEquals(1, mention.version());
        assertEquals("hello", mention.text());
        assertNull(mention.url());
        assertNull(mention.title());
        assertNull(mention.createdAt());
        assertNull(mention.language());
        assertNull(mention.author());
        assertNull(mention.inReplyTo());
    }

    @Test
    void aLongIdOrOneOfControlCharactersInTheHeaderIsRefusedAndNoFault() {
        byte[] body = "{\"data\": {\"text\": \"hello\"}}".getBytes(UTF_8);
        for (String id : List.of("i".repeat(513), "\u0001")) {
            Heard heard = new StandardWebhooks()
                    .parse(
                            Signed.hook(Map.of("webhook-id", id, "webhook-timestamp", "1"), body),
                            Signed.source("standard-webhooks"),
                            Signed.NOON);
            assertEquals(List.of("/data/id"), pointers(assertInstanceOf(Heard.Malformed.class, heard)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "'\"9223372036854775807\"', 9223372036854775807",
        "18446744073709551616, 18446744073709551616",
        "'\"007\"', 007",
        "0, 0"
    })
    void idsKeepEveryDigitWhetherNumberOrText(String json, String id) {
        Mention mention = mention("{\"data\": {\"text\": \"x\", \"id\": " + json + ", \"inReplyTo\": " + json
                + ", \"author\": {\"id\": " + json + "}}}");
        assertEquals(id, mention.externalId());
        assertEquals(id, mention.inReplyTo());
        assertEquals(id, mention.author().id());
    }

    @Test
    void aDeletionKeepsNothingButWhatIsDeleted() {
        Mention gone =
                mention("{\"data\": {\"id\": \"post-1\", \"deleted\": true, \"version\": 8, \"text\": \"secret\","
                        + " \"author\": {\"name\": \"Ada\"}, \"inReplyTo\": \"post-0\"}}");
        assertEquals(
                Mention.of("our-source", "standard-webhooks", "post-1")
                        .version(8)
                        .deleted(Signed.NOON),
                gone);
    }

    @Test
    void aDeletionWithoutVersionIsLaterThanAnyEditHoweverTheSenderCounts() {
        Mention gone = mention("{\"data\": {\"id\": \"post-1\", \"deleted\": true}}");
        Mention counted =
                mention("{\"data\": {\"id\": \"post-1\", \"text\": \"x\", \"version\": " + Long.MAX_VALUE + "}}");
        assertTrue(gone.deleted());
        assertTrue(gone.supersedes(counted));
    }

    @Test
    void aDeletionSaysWhatIsDeleted() {
        assertEquals(List.of("/data/id"), pointers(malformed("{\"data\": {\"deleted\": true}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"\"} | /data/text",
                "{\"text\": null} | /data/text",
                "{} | /data/text",
                "{\"text\": 5} | /data/text",
                "{\"text\": \"x\", \"id\": 1.5} | /data/id",
                "{\"text\": \"x\", \"id\": {}} | /data/id",
                "{\"text\": \"x\", \"id\": true} | /data/id",
                "{\"text\": \"x\", \"id\": \"\\u0001\\u0085\"} | /data/id",
                "{\"text\": \"x\", \"url\": \"javascript:alert(1)\"} | /data/url",
                "{\"text\": \"x\", \"url\": \"//example.com\"} | /data/url",
                "{\"text\": \"x\", \"url\": \"data:text/html,x\"} | /data/url",
                "{\"text\": \"x\", \"url\": 1} | /data/url",
                "{\"text\": \"x\", \"title\": []} | /data/title",
                "{\"text\": \"x\", \"createdAt\": \"yesterday\"} | /data/createdAt",
                "{\"text\": \"x\", \"createdAt\": \"2026-11-21\"} | /data/createdAt",
                "{\"text\": \"x\", \"createdAt\": \"2026-02-30T00:00:00Z\"} | /data/createdAt",
                "{\"text\": \"x\", \"createdAt\": \"+999999999-01-01T00:00:00Z\"} | /data/createdAt",
                "{\"text\": \"x\", \"createdAt\": 1763726400} | /data/createdAt",
                "{\"text\": \"x\", \"language\": 1} | /data/language",
                "{\"text\": \"x\", \"author\": \"ada\"} | /data/author",
                "{\"text\": \"x\", \"author\": {\"id\": []}} | /data/author/id",
                "{\"text\": \"x\", \"author\": {\"handle\": 1}} | /data/author/handle",
                "{\"text\": \"x\", \"author\": {\"name\": {}}} | /data/author/name",
                "{\"text\": \"x\", \"inReplyTo\": []} | /data/inReplyTo",
                "{\"text\": \"x\", \"version\": 0} | /data/version",
                "{\"text\": \"x\", \"version\": -1} | /data/version",
                "{\"text\": \"x\", \"version\": 1.5} | /data/version",
                "{\"text\": \"x\", \"version\": \"2\"} | /data/version",
                "{\"text\": \"x\", \"version\": 9223372036854775808} | /data/version",
                "{\"text\": \"x\", \"deleted\": \"yes\"} | /data/deleted",
            })
    void eachInvalidMemberIsPointedAt(String data, String pointer) {
        assertEquals(List.of(pointer), pointers(malformed("{\"data\": " + data + "}")));
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingOfItIsRepeated() {
        Heard.Malformed malformed = malformed("{\"data\": {\"id\": \"" + "SECRET".repeat(100)
                + "\", \"url\": \"SECRET\", \"text\": 1, \"version\": \"SECRET\"}}");
        assertEquals(List.of("/data/id", "/data/text", "/data/url", "/data/version"), pointers(malformed));
        assertFalse(malformed.toString().contains("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": null}", "{\"data\": []}", "{\"data\": \"text\"}"})
    void anEventWithoutDataIsMalformed(String body) {
        assertEquals(List.of("/data"), pointers(malformed(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "5", "\"text\"", "{", "{\"a\": 1}{", "{\"a\": 1, \"a\": 2}", "{'a': 1}"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertEquals(List.of(), malformed(body).errors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"ping\"}",
                "{\"type\": \"webhook.ping\", \"data\": {}}",
                "{\"type\": \"test\", \"data\": {\"text\": \"x\"}}",
                "{\"event_type\": \"ping\", \"data\": {\"success\": true}}"
            })
    void pingsAreNoMentions(String body) {
        assertEquals(Heard.ignored(), heard(body));
    }

    @Test
    void aTextOfMoreThanSixtyFourKilobytesIsCutBetweenCharactersAndSaysSo() {
        Mention mention = mention("{\"data\": {\"text\": \"" + "€".repeat(30_000) + "\"}}");
        assertTrue(mention.truncated());
        assertEquals("€".repeat(64 * 1024 / 3), mention.text());
        assertFalse(mention("{\"data\": {\"text\": \"" + "x".repeat(64 * 1024) + "\"}}")
                .truncated());
    }

    @Test
    void whatQueuesRefuseIsTakenOutOfEveryField() {
        String hostile = "a\\uFFFEb\\uD800c\\u0001d";
        Mention mention =
                mention("{\"data\": {\"text\": \"" + hostile + "\", \"title\": \"" + hostile + "\", \"id\": \""
                        + hostile + "\", \"inReplyTo\": \"" + hostile + "\", \"author\": {\"id\": \"" + hostile
                        + "\", \"handle\": \"" + hostile + "\", \"name\": \"" + hostile + "\"}}}");
        assertEquals("a\uFFFDb\uFFFDcd", mention.externalId());
        assertEquals("a\uFFFDb\uFFFDcd", mention.inReplyTo());
        String all = String.valueOf(mention);
        assertFalse(all.contains("\uFFFE") || all.contains("\uD800") || all.contains("\u0001"), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/\\uFFFE",
                "https://example.com/\\uD800",
                "https://example.com/a b",
                "https://example.com/a|b",
                "HTTP://example.com/{x}",
                "https://",
                "https://user@:80/",
                "https://example.com/\\u0000"
            })
    void aSloppyAddressIsLeftOutAndCostsNoMention(String url) {
        Mention mention = mention("{\"data\": {\"text\": \"x\", \"url\": \"" + url + "\"}}");
        assertNull(mention.url());
        assertEquals("x", mention.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)//https://example.com",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "\\u0001javascript:alert(1)",
                "java\\nscript:alert(1)",
                "data:text/html,https://",
                "vbscript:x",
                "file:///etc/passwd",
                " https://example.com",
                "https:example.com"
            })
    void anAddressOfAnotherKindIsRefused(String url) {
        assertEquals(
                List.of("/data/url"), pointers(malformed("{\"data\": {\"text\": \"x\", \"url\": \"" + url + "\"}}")));
    }

    private static List<String> pointers(Heard.Malformed malformed) {
        return malformed.errors().stream().map(FieldError::pointer).sorted().collect(Collectors.toList());
    }

    private static Heard.Malformed malformed(String body) {
        return assertInstanceOf(Heard.Malformed.class, heard(body));
    }

    private static Mention mention(String body) {
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, heard(body));
        assertEquals(0, heard.ignored());
        assertEquals(1, heard.mentions().size());
        return heard.mentions().get(0);
    }

    private static Heard heard(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return new StandardWebhooks()
                .parse(
                        Signed.hook(
                                Signed.standard("msg_1", Signed.NOON.getEpochSecond(), Signed.SECRET, bytes), bytes),
                        Signed.source("standard-webhooks", Signed.SECRET),
                        Signed.NOON);
    }
}
