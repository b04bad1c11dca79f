package dev.earshot.core.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.routing.RuleAction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentsFileTest {

    private static final String SUPPORT = """
            departments:
              - id: support
                name: Customer support
                liaison: help@example.com
                description: A customer needs help now.
                respondWithin: PT4H
                guidance: Apologise once.
                rules:
                  - {name: asks for money back, pattern: {words: [refund, chargeback]}, action: assign, priority: HIGH}
                examples: [my parcel never came, "still waiting on a reply, 3 days"]
            """;

    @Test
    void theDocumentOfTheInterfaceIsRead() {
        Department support = DepartmentsFile.read("d.yaml", SUPPORT).get(0);
        assertEquals("Customer support", support.name());
        assertEquals(Duration.ofHours(4), support.respondWithin());
        assertEquals(RuleAction.ASSIGN, support.rules().get(0).action());
        assertEquals(Priority.HIGH, support.rules().get(0).priority());
        assertEquals(
                "{\"words\":[\"refund\",\"chargeback\"]}",
                support.rules().get(0).pattern().toString());
        assertEquals(List.of("my parcel never came", "still waiting on a reply, 3 days"), support.examples());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: support          | id: Support      | d.yaml:2: a department id begins with",
                "respondWithin: PT4H  | respondWithin: 4h | d.yaml:6: 'respondWithin' should be a duration",
                "liaison: help        | liason: help     | d.yaml:4: unknown setting 'liason'",
                "words: [refund       | wrods: [refund   | d.yaml:9: the pattern of rule",
                "action: assign       | action: delete   | d.yaml:9: an action is assign",
                "name: Customer       | id: x            | d.yaml:3: 'id' is here twice",
                "description: A       | description: [A  | d.yaml:6: not YAML",
                "departments:         | departements:    | d.yaml:1: expected only 'departments:'",
            })
    void aMistakeIsNamedWithItsLine(String right, String wrong, String message) {
        String said = assertThrows(
                        InvalidConfigurationException.class,
                        () -> DepartmentsFile.read(
                                "d.yaml", SUPPORT.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .getMessage();
        assertTrue(said.startsWith(message), said);
    }

    @Test
    void whatIsMissingIsNamed() {
        String said = assertThrows(
                        InvalidConfigurationException.class,
                        () -> DepartmentsFile.read("d.yaml", "departments:\n  - {id: a, name: A}\n"))
                .getMessage();
        assertEquals("d.yaml:2: 'description' is missing", said);
    }

    @Test
    void twoDepartmentsOfOneIdAreRefusedAtTheSecond() {
        String twice = SUPPORT + SUPPORT.substring(SUPPORT.indexOf('\n') + 1);
        String said = assertThrows(InvalidConfigurationException.class, () -> DepartmentsFile.read("d.yaml", twice))
                .getMessage();
        assertEquals("d.yaml:11: a department 'support' is here already", said);
    }

    @Test
    void aStructureThatContainsItselfIsRefused() {
        String endless = "departments:\n  - &a\n    id: *a\n";
        assertThrows(InvalidConfigurationException.class, () -> DepartmentsFile.read("d.yaml", endless));
    }

    @Test
    void anEmptyFileIsRefusedWithHelp() {
        String said = assertThrows(InvalidConfigurationException.class, () -> DepartmentsFile.read("d.yaml", ""))
                .getMessage();
        assertEquals(
                "d.yaml:1: expected 'departments:' with a list, such as departments: [{id: support, name: Customer"
                        + " support, description: What it helps with.}]",
                said);
    }
}
