package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.proof.Proof;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Noise and damaged payloads through every provider: refused or malformed, never a fault. The seed is fixed; {@code ParserFuzzTest} goes further. */
class HostileInputTest {

    private static final int INPUTS = 1_000;
    private static final List<String> EVENTS =
            List.of("issues", "issue_comment", "discussion", "discussion_comment", "ping", "");
    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\uD800\"",
            "1e9999",
            "-1",
            "true",
            "\"opened\"",
            "\"deleted\"",
            "99999999999999999999999999",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"javascript:x\"",
            "{\"a\":",
            "]",
            ",",
            "\"https://example.com/\"",
            "\"" + "x".repeat(600) + "\"");

    private static final List<String> SAMPLES = new ArrayList<>();

    static {
        SAMPLES.add("{\"type\": \"m\", \"timestamp\": \"2026-11-21T11:59:59Z\", \"data\": {\"id\": \"1\", \"url\":"
                + " \"https://example.com\", \"title\": \"t\", \"text\": \"x\", \"createdAt\": \"2026-11-21T12:00:00Z\","
                + " \"language\": \"de\", \"author\": {\"id\": 1, \"handle\": \"a\", \"name\": \"b\"}, \"inReplyTo\": 2,"
                + " \"version\": 3, \"deleted\": false}}");
        SAMPLES.add("{\"timestamp\": \"2026-11-21T11:59:59Z\", \"data\": {\"id\": \"1\", \"deleted\": true}}");
        String event = "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/s\", \"type\": \"t\", \"time\":"
                + " \"2026-11-21T11:59:59Z\", \"datacontenttype\": \"application/json\", \"data\": {\"text\": \"x\"}}";
        SAMPLES.add(event);
        SAMPLES.add(event.replace("\"data\": {\"text\": \"x\"}", "\"data_base64\": \"eyJ0ZXh0IjogIngifQ==\""));
        SAMPLES.add("[" + event + ", " + event + ", {\"id\": 5}]");
        SAMPLES.add("{\"text\": \"x\", \"id\": 7}");
    }

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/cloudevents+avro",
            "text/plain",
            "application/x-www-form-urlencoded",
            ";");

    static Set<String> all() {
        return Providers.names();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingThatAStrangerSendsIsAFault(String name) {
        Provider provider = Providers.named(name).orElseThrow();
        Source source = Signed.source(name, "whsec_AAAA", "", "not base64!");
        List<String> samples = samples(name);
        Random random = new Random(20_261_121);
        int mentions = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] body = random.nextInt(10) == 0
                    ? noise(random)
                    : damaged(samples.get(random.nextInt(samples.size())), random);
            Hook hook = Signed.hook(headers(random), body);
            try {
                assertInstanceOf(Proof.Refused.class, provider.verify(hook, source, Signed.NOON));
                if (provider.parse(proven(hook), source, Signed.NOON) instanceof Heard.Mentions heard) {
                    mentions += heard.mentions().size();
                    heard.mentions().forEach(HostileInputTest::travels);
                }
            } catch (RuntimeException e) {
                fail("input " + i + ": " + new String(body, UTF_8), e);
            }
        }
        assertTrue(mentions > INPUTS / 100, "some damage leaves a mention, else this looks at little: " + mentions);
    }

    /** Whatever is heard must also come out of the queue again. */
    private static void travels(Mention mention) {
        assertInstanceOf(Decoded.Read.class, QueueForms.readMention(QueueForms.write(mention)));
    }

    /** Parsing comes after proof, so the signed headers are those of a sender who knows the secret. */
    private static Hook proven(Hook hook) {
        Map<String, String> headers = new HashMap<>(hook.headers());
        headers.put("webhook-id", "msg_1");
        headers.put("webhook-timestamp", Long.toString(Signed.NOON.getEpochSecond()));
        return Signed.hook(headers, hook.body());
    }

    private static Map<String, String> headers(Random random) {
        String junk = new String(noise(random), UTF_8);
        Map<String, String> headers = new HashMap<>(Map.of(
                "x-github-event", EVENTS.get(random.nextInt(EVENTS.size())),
                "x-discourse-event", random.nextBoolean() ? "post_created" : "post_destroyed",
                "x-hub-signature-256", random.nextBoolean() ? "sha256=" + junk : junk,
                "authorization", random.nextBoolean() ? "Bearer " + junk : junk,
                "webhook-id", junk,
                "webhook-timestamp", random.nextBoolean() ? Long.toString(random.nextLong()) : junk,
                "webhook-signature", random.nextBoolean() ? "v1," + junk : junk,
                "content-type", TYPES.get(random.nextInt(TYPES.size()))));
        for (String attribute : List.of("id", "source", "type", "time", "subject")) {
            headers.put("ce-" + attribute, random.nextInt(8) == 0 ? junk : "%41" + attribute);
        }
        headers.remove(random.nextInt(4) == 0 ? "" : "ce-time");
        headers.put("ce-specversion", "1.0");
        return headers;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    /** The provider's own samples, or those above for one that has none. */
    private static List<String> samples(String name) {
        File[] files = new File("src/test/resources/" + name).listFiles();
        if (files == null) {
            return SAMPLES;
        }
        return Stream.of(files)
                .map(File::getName)
                .sorted()
                .map(file -> new String(Signed.file(name + "/" + file), UTF_8))
                .toList();
    }

    private static byte[] damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = random.nextInt(3); i >= 0; i--) {
            replaceAValue(text, random);
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                yield bytes;
            }
            default -> bytes;
        };
    }

    /** Puts a piece where a member's value begins, so that most results are still JSON. */
    private static void replaceAValue(StringBuilder text, Random random) {
        int colon = text.indexOf("\": ", random.nextInt(text.length()));
        if (colon < 0) {
            return;
        }
        int start = colon + 3;
        int end = start;
        while (end < text.length() && ",}\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
    }
}
