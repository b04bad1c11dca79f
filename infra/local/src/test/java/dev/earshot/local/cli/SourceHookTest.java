package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.proof.Proof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hooks whose secret is in their path. */
class SourceHookTest {

    private static final Source REVIEWS = new Source("reviews", "unsigned", List.of("a/b c?+ä", "old"), null);
    private static final SourceHook HOOK =
            new SourceHook(URI.create("https://earshot.example.com"), REVIEWS, new Unsigned());

    @Test
    void theSecretIsNotShownButWhereItStands() {
        List<String> said = HOOK.setup("sources.yaml");
        assertEquals("  URL: https://earshot.example.com/hooks/reviews/<secret>", said.get(1));
        assertEquals(
                "  <secret> is the source's first secret, percent-encoded; it stands in sources.yaml", said.get(2));
        assertFalse(said.toString().contains("a/b"), said.toString());
    }

    @Test
    void theTestDeliveryHasItAsOneSegmentWhateverIsInIt() {
        URI uri = HOOK.trial(Instant.EPOCH).uri();
        assertEquals("/hooks/reviews/a%2Fb%20c%3F%2B%C3%A4", uri.getRawPath());
        assertTrue(uri.getPath().endsWith("/a/b c?+ä"));
    }

    private static final class Unsigned implements Provider {
        @Override
        public String name() {
            return "unsigned";
        }

        @Override
        public boolean secretInPath() {
            return true;
        }

        @Override
        public Proof verify(Hook hook, Source source, Instant now) {
            return new Proof.Refused("never");
        }

        @Override
        public Heard parse(Hook hook, Source source, Instant receivedAt) {
            return Heard.ignored();
        }

        @Override
        public List<String> setup(Source source, String url) {
            return List.of("URL: " + url);
        }

        @Override
        public Trial trial(Source source, Instant now) {
            return new Trial(Map.of("Content-Type", "application/json"), "{}".getBytes(UTF_8));
        }
    }
}
