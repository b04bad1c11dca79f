package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakSecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider: github, secrets: [hush] | secret 1 of source 'a' is shorter than 16 characters: who guesses",
                "provider: github, secrets: [long-enough-secret, hush] | secret 2 of source 'a' is shorter",
                "provider: github, secrets: [''] | secret 1 of source 'a' is empty",
                "provider: github | source 'a' has no secret",
                "provider: form, secrets: [hush] | the address is all that keeps strangers out",
                "provider: standard-webhooks, secrets: [whsec_aHVzaGh1c2g=] | secret 1 of source 'a' is shorter",
            })
    void whatCanBeGuessedIsSaidWithoutSayingIt(String source, String reason) {
        List<String> said = said(source);
        assertEquals(1, said.size());
        assertTrue(said.get(0).contains(reason), said.get(0));
        assertFalse(said.get(0).contains("hush") || said.get(0).contains("aHVz"), said.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider: github, secrets: [0-3-6-9-12-15-18]",
                "provider: feed, options: {url: 'https://a.example/feed'}",
            })
    void whatIsLongEnoughOrNeedsNoneIsNot(String source) {
        assertEquals(List.of(), said(source));
    }

    @Test
    void everySecretIsLookedAt() {
        assertEquals(3, said("provider: github, secrets: [a, '', b]").size());
    }

    private static List<String> said(String source) {
        return WeakSecrets.of(SourcesFile.read("s.yaml", "sources: [{name: a, " + source + "}]")
                .get(0));
    }
}
