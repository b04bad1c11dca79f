package dev.earshot.core.routing;

import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.ReportedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    void whatSomebodyReportsAnonymouslyGoesToSafetyAloneWhateverTheRulesSay() {
        AnalyzedMention anonymous = new AnalyzedMention(
                Mention.of("employees", "employee", "r-1")
                        .text("refund")
                        .reportedBy(ReportedBy.nobody())
                        .heard(Instant.EPOCH),
                Analysis.languageOnly(null));
        Department support = department("support", rule("r", REFUND));
        Department safety = department("safety", new Rule("never", json(REFUND), RuleAction.EXCLUDE, null));
        Decision decision = new Router(new RuleBook(List.of(support, safety))).decide(anonymous);
        assertEquals(
                List.of("safety"),
                ((Decision.Routed) decision)
                        .assignments().stream().map(a -> a.department().id()).toList());
        Decision without = new Router(new RuleBook(List.of(support))).decide(anonymous);
        assertEquals(
                "support",
                ((Decision.Routed) without).assignments().get(0).department().id(),
                "where there is no safety it is routed as all else");
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

    @Test
    void aDepartmentWhoseScoreIsOverItsThresholdIsAssignedAndTheScoreIsTheReason() {
        Decision decision = decideScored(null, false, department("product"), department("support"));
        Decision.Assignment only =
                assertInstanceOf(Decision.Routed.class, decision).assignments().get(0);
        assertEquals("support", only.department().id());
        assertEquals(Priority.NORMAL, only.priority());
        assertEquals(
                List.of(new Because(Because.Kind.SCORE, "support", "reads like what support is there for, score 0.73")),
                only.because());
    }

    @Test
    void whatIsUrgentComesWithHighPriority() {
        Decision decision = decideScored(null, true, department("support"));
        assertEquals(
                Priority.HIGH, ((Decision.Routed) decision).assignments().get(0).priority());
    }

    @Test
    void whereNoScoreIsOverItsThresholdTheListeningTeamLooks() {
        assertInstanceOf(Decision.Unrouted.class, decideScored(null, false, department("product")));
    }

    @Test
    void aRuleGivesTheReasonWhereRuleAndScoreAgreeAndExcludesInSpiteOfTheScore() {
        Decision both = decideScored(null, false, department("support", rule("parcel", "{\"words\": [\"parcel\"]}")));
        assertEquals(
                Because.Kind.RULE,
                ((Decision.Routed) both).assignments().get(0).because().get(0).kind());
        Rule not = new Rule("parcel", json("{\"words\": [\"parcel\"]}"), RuleAction.EXCLUDE, null);
        assertInstanceOf(Decision.Unrouted.class, decideScored(null, false, department("support", not)));
    }

    @Test
    void whatLooksLikeNoiseIsSetAsideUnlessARuleGivesItToSomebody() {
        Analysis.Noise noise = new Analysis.Noise(Analysis.Noise.SCORE, "it looks like it");
        Decision aside = decideScored(noise, false, department("support"));
        assertEquals(noise, assertInstanceOf(Decision.Noise.class, aside).reason());
        Decision given = decideScored(
                noise,
                false,
                department("product", rule("parcel", "{\"words\": [\"parcel\"]}")),
                department("support"));
        assertEquals(
                List.of("product"),
                ((Decision.Routed) given)
                        .assignments().stream().map(a -> a.department().id()).toList());
    }

    @Test
    void whatAMachineSaysIsSetAsideUnlessARuleGivesItToSomebody() {
        Decision aside = decideBy(Author.Kind.BOT, department("support"));
        assertEquals(
                Analysis.Noise.BOT,
                assertInstanceOf(Decision.Noise.class, aside).reason().reason());
        assertInstanceOf(
                Decision.Routed.class,
                decideBy(Author.Kind.BOT, department("support", rule("parcel", "{\"words\": [\"parcel\"]}"))));
    }

    @Test
    void whatTheCompanyItselfSaysConcernsNobodyWhateverTheRules() {
        Rule urgent = new Rule("parcel", json("{\"words\": [\"parcel\"]}"), RuleAction.ASSIGN, Priority.URGENT);
        Decision aside = decideBy(Author.Kind.OWN, department("support", urgent));
        assertEquals(
                Analysis.Noise.OWN_ACCOUNT,
                assertInstanceOf(Decision.Noise.class, aside).reason().reason());
    }

    @Test
    void aTestDeliveryDisturbsNobody() {
        Decision aside = decide(Mention.TEST_WORDS, department("support", rule("all", "{\"words\": [\"delivery\"]}")));
        assertEquals(
                Analysis.Noise.TEST,
                assertInstanceOf(Decision.Noise.class, aside).reason().reason());
    }

    private static Decision decideBy(Author.Kind kind, Department... departments) {
        Mention mention = said("my parcel").mention().by(new Author("u1", null, null, kind));
        Analysis analysis = Analysis.languageOnly(null);
        return new Router(new RuleBook(List.of(departments))).decide(new AnalyzedMention(mention, analysis));
    }

    /** Support is over its threshold, product is not. */
    private static Decision decideScored(Analysis.@Nullable Noise noise, boolean urgent, Department... departments) {
        Analysis analysis = new Analysis(
                Analysis.MODE_LOCAL,
                null,
                null,
                null,
                List.of(),
                urgent,
                List.of(),
                List.of(new Analysis.Scored("support", 0.731), new Analysis.Scored("product", 0.499)),
                noise,
                null);
        AnalyzedMention analyzed = new AnalyzedMention(said("my parcel").mention(), analysis);
        return new Router(new RuleBook(List.of(departments))).decide(analyzed);
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
