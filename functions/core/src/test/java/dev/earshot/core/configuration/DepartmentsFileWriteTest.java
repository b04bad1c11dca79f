package dev.earshot.core.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Rule;
import dev.earshot.core.routing.RuleAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentsFileWriteTest {

    private static final List<String> HOSTILE = List.of(
            "yes",
            "No",
            "on",
            "OFF",
            "true",
            "null",
            "~",
            "1e3",
            "0x1F",
            "0123",
            "1_000",
            "1:30",
            ".inf",
            ".5",
            "-",
            "=",
            "<<",
            "2026-11-22",
            "2026-11-22T10:00:00Z",
            "!!binary x",
            "&a",
            "*a",
            "%TAG",
            "@at",
            "`tick",
            "? key",
            "- item",
            "{a: b}",
            "[a, b]",
            "key: value",
            "ends with:",
            "a # comment",
            "#nothing",
            "'single'",
            "\"double\"",
            "it's",
            "back\\slash",
            " leading",
            "trailing ",
            "\tleading tab",
            "a\tb",
            "---",
            "...",
            "--- x",
            "|",
            ">",
            "a,b",
            "🙂 ünï",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\u202Eturned",
            "\u0007bell",
            "\u0000nul",
            "\u0085next",
            "\u2028line",
            "\uFEFFbom",
            "\u00A0nbsp",
            "\rreturn",
            "x\r\ny",
            "two\nlines",
            "two\nlines\n",
            "two\n\n\nlines\n\n",
            "\nfirst empty",
            "\n",
            " led\nby a space",
            "x\n  indented\ny",
            "x \nspace before the end",
            "x\n ",
            "# a\n- b: c\n",
            "tab\n\tindented",
            "a".repeat(1_500) + " " + "b".repeat(400));

    @Test
    void theFormIsThatOfTheFileThatPeopleWrite() {
        String yaml = """
                departments:
                  - id: support
                    name: Customer support
                    liaison: help@example.com
                    description: 'A customer: needs help now.'
                    respondWithin: PT4H
                    guidance: |-
                      Apologise once.
                      Ask for the order number.
                    rules:
                      - name: asks for money back
                        pattern:
                          words:
                            - refund
                            - 'no'
                        action: assign
                        priority: HIGH
                    examples:
                      - my parcel never came
                  - id: sales
                    name: Sales
                    description: ''
                    respondWithin: P3D
                """;
        assertEquals(yaml, DepartmentsFile.write(DepartmentsFile.read("d.yaml", yaml)));
    }

    @Test
    void theDefaultDepartmentsAreTheSameWhenReadAgain() throws IOException {
        List<Department> defaults =
                DepartmentsFile.read("departments.yaml", Files.readString(Path.of("../../infra/departments.yaml")));
        assertSameWhenReadAgain(defaults);
    }

    @Test
    void wordsThatYamlTakesForSomethingElseStayWords() {
        List<Department> departments = new ArrayList<>();
        for (String text : HOSTILE) {
            departments.add(department(departments.size(), text, List.of(text.isBlank() ? "x" + text : text)));
        }
        for (int from = 0; from < departments.size(); from += 40) {
            assertSameWhenReadAgain(departments.subList(from, Math.min(from + 40, departments.size())));
        }
    }

    @Test
    void whateverTextsAreMadeOfTheyAreTheSameWhenReadAgain() {
        String[] parts = {
            " ", "\n", "a", ":", "#", "-", "'", "\"", "\\", "\t", "|", ">", "{", "]", ",", "é", "🙂", "\r", "\u2028",
            "0", "%", "!"
        };
        Random random = new Random(4711);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(1, 12), 0, parts.length).forEach(part -> text.append(parts[part]));
            assertSameWhenReadAgain(List.of(department(i, text.toString(), List.of("x" + text, text + "x"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"words\":[\"yes\",\"1e3\",\"null\",\"a: b\"]}",
                "{\"title\":[null,{\"exists\":false}],\"reported\":[true]}",
                "{\"scores\":{\"support\":[{\"numeric\":[\">=\",0.5,\"<\",3]}],\"sales\":[1e3,-7]}}",
                "{\"$or\":[{\"text\":[{\"wildcard\":\"*a: b*\"}]},{\"author\":{\"handle\":[{\"prefix\":\"@\"}]}}]}",
                "{\"text\":[{\"anything-but\":{\"prefix\":\"# \"}}]}",
            })
    void aPatternIsTheSameWhenReadAgain(String pattern) throws JsonProcessingException {
        JsonNode json = EarshotJson.mapper().readTree(pattern);
        Rule rule = new Rule("it: matches", json, RuleAction.ASSIGN, null);
        assertSameWhenReadAgain(List.of(new Department("a", "A", null, "", null, null, List.of(rule), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "on", "OFF"})
    void aWordThatYamlTakesForATruthIsRefusedRatherThanGuessed(String word) {
        String yaml =
                "departments:\n  - id: a\n    name: A\n    description: x\n    examples: [fine,\n      " + word + "]\n";
        String said = assertThrows(InvalidConfigurationException.class, () -> DepartmentsFile.read("d.yaml", yaml))
                .getMessage();
        assertTrue(said.startsWith("d.yaml:6: YAML takes this for true or false"), said);
    }

    private static Department department(int number, String text, List<String> examples) {
        return new Department("d" + number, "D", null, text, null, text, List.of(), examples);
    }

    private static void assertSameWhenReadAgain(List<Department> departments) {
        String yaml = DepartmentsFile.write(departments);
        List<Department> again = DepartmentsFile.read("d.yaml", yaml);
        assertEquals(json(departments), json(again), yaml);
        assertEquals(yaml, DepartmentsFile.write(again));
    }

    private static String json(List<Department> departments) {
        try {
            // As it is sent: JSON has one kind of number, Java has several.
            return EarshotJson.mapper()
                    .readTree(EarshotJson.mapper().writeValueAsString(departments))
                    .toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
