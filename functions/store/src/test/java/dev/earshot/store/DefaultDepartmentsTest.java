package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Router;
import dev.earshot.core.routing.RuleBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultDepartmentsTest {

    private static final Router ROUTER = new Router(new RuleBook(Departments.defaults()));

    @Test
    void thereAreTheSevenDepartmentsOfTheDesign() {
        assertEquals(
                List.of("product", "support", "sales", "marketing", "people", "safety", "leadership"),
                Departments.defaults().stream().map(Department::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I want a refund, my parcel never came | support",
                "The app crashes when I open it | product",
                "Do you have a discount for schools? | sales",
                "That new advert is everywhere | marketing",
                "Three rounds of interview and then silence | people",
                "The charger caught fire | safety",
                "Their CEO should answer for this | leadership",
                "The lamp is broken and I want a refund | product support",
            })
    void everydayMentionsReachTheirDepartments(String text, String departments) {
        Decision.Routed routed = assertInstanceOf(Decision.Routed.class, decide(text));
        assertEquals(
                List.of(departments.split(" ")),
                routed.assignments().stream().map(a -> a.department().id()).toList());
    }

    @Test
    void aGiveawayScamIsNoise() {
        assertInstanceOf(Decision.Noise.class, decide("CONGRATS!! claim your prize at example.com"));
    }

    @Test
    void whatNobodyCanActOnIsUnrouted() {
        assertInstanceOf(Decision.Unrouted.class, decide("good morning everyone"));
    }

    private static Decision decide(String text) {
        Mention mention = Mention.of("our-forum", "standard-webhooks", "1")
                .text(text)
                .heard(Instant.parse("2026-11-21T12:00:00Z"));
        return ROUTER.decide(new AnalyzedMention(mention, Analysis.languageOnly(null)));
    }
}
