package dev.earshot.provider.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import dev.earshot.provider.proof.Proof;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramProofTest {

    private static final String HEADER = "x-telegram-bot-api-secret-token";
    private static final Telegram TELEGRAM = new Telegram();

    @ParameterizedTest
    @ValueSource(strings = {"current", "previous"})
    void whileOneSecretReplacesTheOtherBothProve(String token) {
        assertInstanceOf(Proof.Proven.class, verify(Map.of(HEADER, token), "current", "previous"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed", "Current", "curren", "current ", "current,previous", "", " ", "ü"})
    void anyOtherTokenIsRefused(String token) {
        assertInstanceOf(Proof.Refused.class, verify(Map.of(HEADER, token), "current", "previous"));
    }

    @Test
    void noHeaderNoSecretAndAnEmptySecretProveNothing() {
        assertInstanceOf(Proof.Refused.class, verify(Map.of(), "current"));
        assertInstanceOf(Proof.Refused.class, verify(Map.of(HEADER, "current")));
        assertInstanceOf(Proof.Refused.class, verify(Map.of(HEADER, ""), ""));
        assertInstanceOf(Proof.Refused.class, verify(Map.of(), ""));
    }

    @Test
    void aTokenInAnotherHeaderProvesNothing() {
        assertInstanceOf(Proof.Refused.class, verify(Map.of("authorization", "Bearer current"), "current"));
    }

    @Test
    void aRefusalDoesNotTellTheSecret() {
        String reason = ((Proof.Refused) verify(Map.of(HEADER, "guessed"), "current")).reason();
        assertFalse(reason.contains("current") || reason.contains("guessed"), reason);
    }

    @ParameterizedTest
    @CsvSource({"abc_DEF-123, true", "a b, false", "a+b, false", "ü, false"})
    void secretsAreWhatTelegramTakes(String secret, boolean right) {
        assertEquals(right, Providers.check(Signed.source("telegram", secret)).isEmpty());
    }

    @Test
    void secretsHaveAtMost256Characters() {
        assertEquals(
                true,
                Providers.check(Signed.source("telegram", "a".repeat(256))).isEmpty());
        assertEquals(
                false,
                Providers.check(Signed.source("telegram", "a".repeat(257))).isEmpty());
    }

    private static Proof verify(Map<String, String> headers, String... secrets) {
        Source source = Signed.source("telegram", secrets);
        return TELEGRAM.verify(Signed.hook(headers, new byte[0]), source, Signed.NOON);
    }
}
