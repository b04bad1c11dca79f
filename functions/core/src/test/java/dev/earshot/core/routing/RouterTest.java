package dev.earshot.core.routing;

import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.json.EarshotJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final String REFUND = "{\"words\": [\"refund\"]}";

    @Test
    void aMatchingRuleAssignsItsDepartmentAndIsTheReason() {
        Decision decision = decide("I want a REFUND now", department("support", rule("asks for money back", REFUND)));
        Decision.Assignment only =
                assertInstanceOf(Decision.Routed.class, decision).assignments().get(0);
        assertEquals("support", only.department().id());
        assertEquals(Priority.NORMAL, only.priority());
        assertEquals(
                List.of(new Because(Because.Kind.RULE, "support/asks for money back", "asks for money back")),
                only.because());
    }

    @Test
    void wordsMatchExactly() {
        assertInstanceOf(
                Decision.Unrouted.class, decide("refundable tickets", department("support", rule("r", REFUND))));
    }

    @Test
    void oneMentionConcernsSeveralDepartmentsInTheirOrder() {
        Decision decision = decide(
                "refund the broken lamp",
                department("product", rule("broken", "{\"words\": [\"broken\"]}")),
                department("support", rule("refund", REFUND)));
        assertEquals(
                List.of("product", "support"),
                ((Decision.Routed) decision)
                        .assignments().stream().map(a -> a.department().id()).toList());
    }

    @Test
    void theHighestPriorityOfTheMatchingRulesCounts() {
        Decision decision = decide(
                "refund me",
                department(
                        "support",
                        new Rule("low", json(REFUND), RuleAction.ASSIGN, Priority.LOW),
                        new Rule("high", json(REFUND), RuleAction.ASSIGN, Priority.HIGH)));
        assertEquals(
                Priority.HIGH, ((Decision.Routed) decision).assignments().get(0).priority());
    }

    @Test
    void anExcludeRuleTakesTheMentionAway() {
        Decision decision = decide(
                "refund in the press",
                department(
                        "support",
                        rule("refund", REFUND),
                        new Rule("press", json("{\"words\": [\"press\"]}"), RuleAction.EXCLUDE, null)));
        assertInstanceOf(Decision.Unrouted.class, decision);
    }

    @Test
    void aPrioritiseRuleRaisesOnlyWhatIsAssigned() {
        Rule loud = new Rule("loud", json("{\"words\": [\"now\"]}"), RuleAction.PRIORITISE, Priority.URGENT);
        assertInstanceOf(Decision.Unrouted.class, decide("now!", department("support", loud)));
        Decision decision = decide("refund now", department("support", rule("refund", REFUND), loud));
        assertEquals(
                Priority.URGENT,
                ((Decision.Routed) decision).assignments().get(0).priority());
    }

    @Test
    void aNoiseRuleSetsTheMentionAsideAndSaysWhich() {
        Rule spam = new Rule("giveaway", json("{\"words\": [\"giveaway\"]}"), RuleAction.NOISE, null);
        Decision decision = decide("giveaway refund", department("support", rule("refund", REFUND), spam));
        assertEquals(
                "support/giveaway",
                assertInstanceOf(Decision.Noise.class, decision).reason().detail());
    }

    @Test
    void whatSomebodyMustSeeAtOnceIsNeverNoise() {
        Rule spam = new Rule("giveaway", json("{\"words\": [\"giveaway\"]}"), RuleAction.NOISE, null);
        Rule fire = new Rule("fire", json("{\"words\": [\"fire\"]}"), RuleAction.ASSIGN, Priority.URGENT);
        assertInstanceOf(
                Decision.Routed.class, decide("the giveaway lamp caught fire", department("safety", fire, spam)));
    }

    @Test
    void patternsSeeSourceLanguageAuthorAndWildcards() {
        String pattern = "{\"source\": [\"our-forum\"], \"language\": [\"en\"], \"author\": {\"handle\": [\"ada\"]},"
                + " \"reported\": [false], \"text\": [{\"wildcard\": \"*caught*\"}]}";
        assertInstanceOf(Decision.Routed.class, decide("it caught fire", department("safety", rule("all", pattern))));
    }

    @Test
    void aTombstoneConcernsNobodyFurther() {
        Router router = new Router(new RuleBook(List.of(department("support", rule("r", REFUND)))));
        assertInstanceOf(Decision.Unrouted.class, router.decide(deletedInVersion(2)));
    }

    private static Decision decide(String text, Department... departments) {
        return new Router(new RuleBook(List.of(departments))).decide(said(text));
    }

    static Department department(String id, Rule... rules) {
        return new Department(id, id, null, "", null, null, List.of(rules), List.of());
    }

    static Rule rule(String name, String pattern) {
        return new Rule(name, json(pattern), RuleAction.ASSIGN, null);
    }

    static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return EarshotJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
