package dev.earshot.inbox.departments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentEditTest {

    private static final String REFUND = "{\"words\": [\"refund\"]}";
    private static final Department NAMED = DepartmentEdit.named("support", "Support");
    private static final Department ONE = DepartmentEdit.rule(
            DepartmentEdit.example(NAMED, "my parcel\r\nnever came"), "", "asks for money", REFUND, "assign", "HIGH");

    @Test
    void onePartIsChangedAndTheOthersStay() {
        Department changed = DepartmentEdit.about(
                ONE,
                new DepartmentEdit.About(
                        "Help ", "help@example.com", "Helps.\r\nAlways.", DepartmentEdit.within("4", "hours"), " "));
        assertEquals("Help", changed.name());
        assertEquals("Helps.\nAlways.", changed.description());
        assertEquals(Duration.ofHours(4), changed.respondWithin());
        assertNull(changed.guidance());
        assertEquals(ONE.rules(), changed.rules());
        assertEquals(List.of("my parcel\nnever came"), changed.examples());
    }

    @Test
    void aRuleIsAddedBehindTheOthersChangedInItsPlaceAndRemoved() {
        Department two = DepartmentEdit.rule(ONE, "", "second", REFUND, "prioritise", "URGENT");
        Department changed = DepartmentEdit.rule(two, "asks for money", "first", REFUND, "exclude", "");
        assertEquals(
                List.of("first", "second"),
                changed.rules().stream().map(Rule::name).toList());
        assertEquals(
                List.of("second"),
                DepartmentEdit.withoutRule(changed, "first").rules().stream()
                        .map(Rule::name)
                        .toList());
    }

    @Test
    void anExampleIsRemovedAlthoughBrowsersChangeItsLineEnds() {
        assertEquals(
                List.of(),
                DepartmentEdit.withoutExample(ONE, "my parcel\r\nnever came").examples());
    }

    @Test
    void whatIsWrongIsToldByItsPlace() {
        assertEquals("/rules/1/pattern", refused(() -> rule("{\"words\": [\"refund\"}")));
        assertEquals("/rules/1", refused(() -> rule("{\"colour\": [\"red\"]}")));
        assertEquals("/rules/1", refused(() -> DepartmentEdit.rule(ONE, "", "asks for money", REFUND, "assign", "")));
        assertEquals("/rules/0", refused(() -> DepartmentEdit.rule(ONE, "asks for money", " ", REFUND, "assign", "")));
        assertEquals("/rules/1", refused(() -> DepartmentEdit.rule(ONE, "", "b", REFUND, "burn", "")));
        assertEquals("/examples/1", refused(() -> DepartmentEdit.example(ONE, " ")));
        assertEquals("/id", refused(() -> DepartmentEdit.named("council", "All")));
        assertEquals("/respondWithin", refused(() -> DepartmentEdit.within("soon", "hours")));
        assertEquals("/respondWithin", refused(() -> DepartmentEdit.within("0", "hours")));
    }

    private static void rule(String pattern) {
        DepartmentEdit.rule(ONE, "", "another", pattern, "assign", "");
    }

    private static String refused(Runnable edit) {
        return assertThrows(InvalidMemberException.class, edit::run).pointer();
    }
}
