package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.InvalidConfigurationException;
import dev.earshot.core.configuration.Source;
import dev.earshot.provider.cloudevents.AllowedOrigins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a, provider: standard-webhooks, secrets: [whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]}",
                "{name: a, provider: standard-webhooks, secrets: [MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, c2VjcmV0]}",
                "{name: a, provider: github, secrets: [It's a Secret to Everybody]}",
                "{name: a, provider: github, secrets: [], options: {}}",
                "{name: a, provider: github}",
                "{name: a, provider: github, secrets: ['']}",
                "{name: a, provider: github, options: {languages: [de, pt-BR, EN, fil, yue-Hant-HK, he, id, yi]}}",
                "{name: a, provider: cloudevents, secrets: [abc.DEF-123_~+/=]}",
                "{name: a, provider: cloudevents, secrets: [t], options: {allowedOrigins: '*'}}",
                "{name: a, provider: cloudevents, secrets: [t], options: {allowedOrigins: ['*']}}",
                "{name: a, provider: cloudevents, secrets: [t], options: {allowedOrigins: []}}",
                "{name: a, provider: cloudevents, secrets: [t], options: {allowedOrigins: [Emitter.example.com, b:8]}}",
            })
    void whatAProviderCanUseIsTaken(String source) {
        assertEquals(1, SourcesFile.read("s.yaml", "sources: [" + source + "]").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider: gihtub | has a provider that does not exist; there are [cloudevents, ",
                "provider: GitHub | has a provider that does not exist",
                "provider: standard-webhooks, secrets: [whsec_HUSH!] | secret 1 of source 'a' is not whsec_ and a key",
                "provider: standard-webhooks, secrets: [whsec_] | secret 1 of source 'a' is not whsec_ and a key",
                "provider: cloudevents, secrets: [HUSH HUSH] | secret 1 of source 'a' is no bearer token",
                "provider: cloudevents, secrets: ['HÜSH'] | secret 1 of source 'a' is no bearer token",
                "provider: github, secrets: [0123] | this is no plain number; put it in quotes",
                "provider: github, secrets: [0xHUSH, 0x12] | this is no plain number; put it in quotes",
                "provider: github, options: {origins: all} | option 'origins' of source 'a' is none of github; there"
                        + " are [accounts, channels, events, languages, ownAccounts, retentionDays]",
                "provider: cloudevents, options: {origins: []} | is none of cloudevents; there are [accounts,"
                        + " allowedOrigins, channels",
                "provider: cloudevents, options: {allowedOrigins: a.example} | is a list of at most 100 names",
                "provider: cloudevents, options: {allowedOrigins: [a b]} | is a list of at most 100 names",
                "provider: cloudevents, options: {allowedOrigins: [5]} | is a list of at most 100 names",
                "provider: feed | source 'a' needs the option 'url'",
                "provider: feed, options: {} | source 'a' needs the option 'url'",
                "provider: feed, options: {url: } | option 'url' of source 'a' is the http or https address",
                "provider: websub, secrets: [HUSH] | source 'a' needs the option 'topics'",
                "provider: websub, options: {topics: []} | option 'topics' of source 'a' is a list of 1 to 50",
                "provider: github, options: {accounts: [b], accounts/x: c} | option 'accounts/x' of source 'a' is none",
                "provider: github, options: {'': c} | option '' of source 'a' is none of github",
                "provider: github, options: {~a~b~/: c} | option '~a~b~/' of source 'a' is none of github",
                "provider: github, options: {languages: [de, english]} | option 'languages' of source 'a' is a list of"
                        + " ISO 639 codes, such as de or pt-BR; number 2 is none",
                "provider: github, options: {languages: [eng]} | number 1 is none",
                "provider: github, options: {languages: ['']} | number 1 is none",
                "provider: github, options: {languages: [5]} | number 1 is none",
                "provider: github, options: {languages: de} | is a list of at most 200 languages",
                "provider: standard-webhooks, secrets: [HUSH!] | openssl rand -base64 32",
                "provider: github, options: [] | the options of source 'a' are an object",
                "provider: github, secrets: [HUSH, ~] | a secret of source 'a' is null",
                "provider: cloudevents, options: {allowedOrigins: {a: b}} | is a list of at most 100 names",
            })
    void whatItCannotUseIsRefusedWithItsLineAndWithoutItsSecrets(String source, String reason) {
        String said = refused("sources:\n  - {name: fine, provider: github}\n  - {name: a, " + source + "}\n");
        assertTrue(said.startsWith("s.yaml:3: "), said);
        assertTrue(said.contains(reason), said);
        assertFalse(said.contains("HUSH") || said.contains("0123") || said.contains("0x12"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet", "sources:", "{}", "- a", "sources: {a: b}", "a"})
    void aFileWithoutSourcesIsToldWhatOneLooksLike(String yaml) {
        String said = refused(yaml);
        assertEquals(
                "s.yaml:1: expected 'sources:' with a list, such as sources: [{name: our-repo, provider: github,"
                        + " secrets: [a-long-random-text]}]",
                said);
    }

    @ParameterizedTest
    @CsvSource({"github, HUSH, HUSH, 9", "nobody, HUSH, HUSH, 3", "cloudevents, HUSH, HUSH, 9"})
    void theLineIsThatOfTheMember(String provider, String first, String second, int line) {
        String yaml = String.join(
                "\n",
                "sources:",
                "  - name: a",
                "    provider: " + provider,
                "    # what proves it",
                "    secrets:",
                "      - '" + first + "'",
                "      - '" + second + "'",
                "    options:",
                "      allowedOrigins: everybody",
                "");
        String said = refused(yaml);
        assertTrue(said.startsWith("s.yaml:" + line + ": "), said);
    }

    @Test
    void originsAreComparedAsDnsNamesAreAndNothingIsAllowedUnnamed() {
        AllowedOrigins some = new AllowedOrigins(java.util.Set.of("a.example.com"));
        assertTrue(some.allows("A.Example.com"));
        List.of("b.example.com", "a.example.com.evil", "", "*", "a.example.com\r\nx: y", "a.example.com, b")
                .forEach(origin -> assertFalse(some.allows(origin), origin));
        AllowedOrigins all = new AllowedOrigins(java.util.Set.of("*"));
        assertTrue(all.allows("anybody.example.com"));
        assertFalse(all.allows("x\ny"));
    }

    private static String refused(String yaml) {
        return assertThrows(InvalidConfigurationException.class, () -> SourcesFile.read("s.yaml", yaml))
                .getMessage();
    }

    @Test
    void secretsAreNotInTheWordsOfASource() {
        Source source = SourcesFile.read(
                        "s.yaml", "sources:\n  - {name: our-forum, provider: github, secrets: [hush], options: {}}\n")
                .get(0);
        assertEquals("Source[our-forum, github, 1 secrets]", source.toString());
        assertTrue(source.options().isEmpty());
    }

    @Test
    void aMistakeInASecretDoesNotRepeatIt() {
        String said = assertThrows(
                        InvalidConfigurationException.class,
                        () -> SourcesFile.read("s.yaml", "sources:\n  - {name: x, provider: github, secrets: hush}\n"))
                .getMessage();
        assertEquals("s.yaml:2: 'secrets' should be a list", said);
    }

    @Test
    void aSourceWithoutSecretsAndOptionsHasNone() {
        Source source = SourcesFile.read("s.yaml", "sources: [{name: a, provider: github}]")
                .get(0);
        assertEquals(List.of(), source.secrets());
        assertTrue(source.options().isObject());
    }
}
