package dev.earshot.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of providers, with members that are something else: never a fault. The seed is fixed. */
class DamagedSamplesTest {

    private static final int INPUTS = 3_000;
    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "[null, 5, {}]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\uD800\"",
            "1e9999",
            "-1",
            "1.5",
            "true",
            "99999999999999999999999999",
            "253402300800",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"javascript:x\"",
            "\"<b><img src=x alt=y>\"",
            "{\"a\":",
            "]",
            "\"" + "x".repeat(600) + "\"");

    @ParameterizedTest
    @CsvSource({
        "discourse, post-created, post_created",
        "discourse, post-created-reply, post_destroyed",
        "zendesk, comment-added, ''",
        "zendesk, ticket-description-changed, ''",
        "zendesk, ticket-soft-deleted, ''",
        "zendesk, trigger, ''",
        "intercom, conversation-user-created, ''",
        "intercom, conversation-user-replied-with-note, ''",
        "intercom, conversation-part-redacted, ''",
        "mastodon, status-created, ''",
        "typeform, form-response, ''",
        "trustpilot, batch, ''"
    })
    void nothingThatAStrangerMakesOfASampleIsAFault(String name, String file, String event) {
        Provider provider = Providers.named(name).orElseThrow();
        Source source = Signed.source(name, "secret");
        String sample = new String(Signed.file(name + "/" + file + ".json"), UTF_8);
        Map<String, String> headers = Map.of(
                "x-discourse-event", event,
                "x-discourse-instance", "https://forum.example.com",
                "x-zendesk-webhook-invocation-id", "1");
        Random random = new Random(20_261_122);
        int mentions = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] body = damaged(sample, random);
            try {
                if (Samples.heard(provider, source, headers, body) instanceof Heard.Mentions heard) {
                    mentions += heard.mentions().size();
                    heard.mentions()
                            .forEach(m ->
                                    assertInstanceOf(Decoded.Read.class, QueueForms.readMention(QueueForms.write(m))));
                }
            } catch (RuntimeException e) {
                fail("input " + i + ": " + new String(body, UTF_8), e);
            }
        }
        assertTrue(mentions > INPUTS / 20, "some damage leaves a mention, else this looks at little: " + mentions);
    }

    private static byte[] damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int colon = text.indexOf("\": ", random.nextInt(text.length()));
            int end = colon < 0 ? -1 : text.indexOf("\n", colon);
            if (end > 0) {
                boolean comma = text.charAt(end - 1) == ',';
                text.replace(colon + 3, comma ? end - 1 : end, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
