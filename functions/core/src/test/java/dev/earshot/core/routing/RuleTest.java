package dev.earshot.core.routing;

import static dev.earshot.core.routing.RouterTest.json;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"word\": [\"refund\"]} | asks for [word], which no mention has",
                "{\"words\": [\"Refund\"]} | never matches: words are in lower case, 'Refund' is not",
                "{\"words\": \"refund\"} | is no event pattern",
                "{} | is no event pattern",
                "[\"refund\"] | is an object",
                "{\"$or\": [{\"words\": [\"a\"]}, {\"tittle\": [\"b\"]}]} | asks for [tittle]",
            })
    void aPatternThatCannotMatchIsRefusedWithItsReason(String pattern, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> assign(pattern))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void wildcardsThatWouldTakeForeverAreRefused() {
        StringBuilder many = new StringBuilder("{\"text\": [");
        for (int i = 0; i < 60; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"wildcard\": \"*a*b*c*d*e")
                    .append(i)
                    .append("*\"}");
        }
        String message = assertThrows(IllegalArgumentException.class, () -> assign(many + "]}"))
                .getMessage();
        assertTrue(message.contains("wildcards") || message.contains("8 KB"), message);
    }

    @Test
    void aPatternOfMoreThanEightKilobytesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> assign("{\"words\": [\"" + "x".repeat(9_000) + "\"]}"));
    }

    @Test
    void aRuleThatPrioritisesNeedsAPriority() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rule("r", json("{\"words\": [\"a\"]}"), RuleAction.PRIORITISE, null));
    }

    private static Rule assign(String pattern) {
        return new Rule("r", json(pattern), RuleAction.ASSIGN, null);
    }
}
