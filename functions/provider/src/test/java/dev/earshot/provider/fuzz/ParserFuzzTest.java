package dev.earshot.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.Hook;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a stranger sends, no provider throws, and none takes long. {@code mvn verify} tries some; the profile
 * {@code fuzz} tries a million for each provider.
 */
class ParserFuzzTest {

    private static final long MOST_MILLIS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** By provider, so that each of them gets as many inputs, however many samples it has. */
    private static final List<List<Corpus.Seed>> SEEDS = List.copyOf(Corpus.seeds().stream()
            .collect(Collectors.groupingBy(seed -> seed.provider().name(), TreeMap::new, Collectors.toList()))
            .values());

    private static final List<String> METHODS =
            List.of("POST", "POST", "POST", "POST", "POST", "POST", "POST", "GET", "HEAD", "OPTIONS");

    /** Events that platforms name beside the body. */
    private static final Map<String, List<String>> EVENTS = Map.of(
            "x-github-event", List.of("issues", "issue_comment", "discussion", "discussion_comment"),
            "x-discourse-event", List.of("post_created", "post_edited", "post_destroyed", "post_recovered"));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "1.5",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[[[[[[[[[]]]]]]]]]]",
            "{\"id\": {}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "99999999999999999999999999",
            "\"-9223372036854775808\"",
            "1700000000",
            "\"javascript:alert(1)\"",
            "\"http://[::1\"",
            "\"99999999999.999999\"");

    private static final List<String> FRAGMENTS = List.of(
            "<",
            ">",
            "&",
            "&#0;",
            "&#x110000;",
            "&lt;",
            "<p>",
            "</p>",
            "<script>",
            "<!--",
            "]]>",
            "<![CDATA[",
            "<a href=\"",
            "<img alt='",
            "<pre>",
            "<table><tr>",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "[",
            "](",
            "![",
            "> ",
            "- ",
            "1. ",
            "#",
            "\n\n",
            "\t",
            "\\",
            "<@U1>",
            "<#C1|x>",
            "<!here>",
            "<https://example.com|",
            "</a",
            "<a b='",
            "<?",
            "<http:",
            "<a@b",
            "[a](<",
            "[a]: <",
            "\u00A0",
            "&nbsp;",
            "😀",
            "\u202E",
            "\uFEFF",
            "a");

    @Property
    void noProviderThrowsOrDawdles(@ForAll("deliveries") Delivery delivery) {
        long took = delivery.millis();
        // What was slow once may have met the compiler or the collector; what is slow always is slow.
        for (int again = 0; took > MOST_MILLIS && again < 4; again++) {
            took = Math.min(took, delivery.millis());
        }
        long least = took;
        assertTrue(least <= MOST_MILLIS, () -> delivery + " took " + least + " ms");
    }

    /** Drawn by hand, which is a hundred times as fast as by combining what jqwik could shrink. */
    @Provide
    Arbitrary<Delivery> deliveries() {
        return Arbitraries.randomValue(random -> {
            Corpus.Seed seed = pick(pick(SEEDS, random), random);
            byte[] body = seed.body();
            for (int i = random.nextInt(4); i >= 0; i--) {
                body = mutation(random).apply(body);
            }
            return Delivery.of(seed, body, pick(METHODS, random), words(random), random.nextInt(Integer.MAX_VALUE));
        });
    }

    private static Mutation mutation(Random random) {
        int at = random.nextInt(Integer.MAX_VALUE);
        return switch (random.nextInt(8)) {
            case 0 -> new Mutation.Flip(at, (byte) random.nextInt(256));
            case 1 -> new Mutation.Cut(at);
            case 2 -> new Mutation.Insert(at, words(random));
            case 3, 4 ->
                new Mutation.Replace(at, TextNode.valueOf(words(random)).toString());
            default -> new Mutation.Replace(at, pick(VALUES, random));
        };
    }

    /** Marked-up words; now and then the same fragments thousands of times. */
    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            words.append(
                    random.nextInt(10) == 0 ? Character.toString(random.nextInt(0xFFFF)) : pick(FRAGMENTS, random));
        }
        String few = words.toString();
        String many = random.nextInt(60) == 0 ? few.repeat(1 + random.nextInt(4_000)) : few;
        return many.substring(0, Math.min(many.length(), 60_000));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** A delivery that no platform makes. */
    record Delivery(Corpus.Seed seed, Hook hook) {

        static Delivery of(Corpus.Seed seed, byte[] body, String method, String words, int header) {
            Map<String, String> headers = new HashMap<>(seed.headers());
            EVENTS.forEach((name, events) -> headers.put(name, events.get(header % events.size())));
            List<String> names = headers.keySet().stream().sorted().toList();
            if (header % 3 == 0 && !names.isEmpty()) {
                headers.put(names.get(Math.floorMod(header, names.size())), words);
            }
            Map<String, String> query = Map.of(
                    "hub.mode",
                    "subscribe",
                    "hub.challenge",
                    words,
                    "hub.topic",
                    words,
                    "hub.verify_token",
                    words,
                    "hub.lease_seconds",
                    words,
                    "crc_token",
                    words,
                    "access_token",
                    words);
            return new Delivery(
                    seed,
                    new Hook(
                            method,
                            "our-source",
                            seed.pathSecret(),
                            headers,
                            header % 2 == 0 ? query : Map.of(),
                            body));
        }

        /** How much of a processor's time all that happens to it takes: a busy machine makes no parser slow. */
        long millis() {
            long begun = THREADS.getCurrentThreadCpuTime();
            assertNotNull(seed.provider().handshake(hook, seed.source(), Signed.NOON));
            assertNotNull(seed.provider().verify(hook, seed.source(), Signed.NOON));
            assertNotNull(seed.provider().parse(hook, seed.source(), Signed.NOON));
            return (THREADS.getCurrentThreadCpuTime() - begun) / 1_000_000;
        }

        @Override
        public String toString() {
            byte[] body = hook.body();
            String shown = new String(body, 0, Math.min(body.length, 2_000), UTF_8);
            return seed.provider().name() + " " + hook.method() + " " + hook.headers() + " " + hook.query() + "\n"
                    + shown;
        }
    }
}
