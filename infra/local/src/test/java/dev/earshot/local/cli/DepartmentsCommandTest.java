package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.routing.Department;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentsCommandTest {

    private static final String STORED = """
            departments:
              - id: support
                name: Customer support
                description: Orders.
                respondWithin: PT4H
                guidance: |-
                  Apologise once: "sorry".
                  Then help.
                rules:
                  - name: asks for money back
                    pattern:
                      words:
                        - refund
                        - 'yes'
                      scores:
                        support:
                          - numeric:
                              - '>='
                              - 0.5
                    action: assign
                    priority: HIGH
                examples:
                  - ' 1e3'
              - id: sales
                name: Sales
                description: Offers.
            """;

    @TempDir
    private Path folder;

    private FakeDepartments earshot;
    private Path token;

    @BeforeEach
    void starts() throws IOException {
        earshot = new FakeDepartments(STORED);
        token = Files.writeString(folder.resolve("token"), FakeDepartments.TOKEN + "\n");
    }

    @AfterEach
    void ends() {
        earshot.close();
    }

    @Test
    void anExportIsTheFileThatPeopleWrite() throws IOException {
        assertEquals(STORED, run(0, "export"));
        assertEquals(STORED, run(0, "export", "-"));
        Path file = folder.resolve("departments.yaml");
        assertEquals("2 departments are in " + file + "\n", run(0, "export", file.toString()));
        assertEquals(STORED, Files.readString(file));
    }

    @Test
    void importingWhatWasExportedChangesNothing() throws IOException {
        assertEquals("support: unchanged\nsales: unchanged\n", run(0, "import", file(run(0, "export"))));
        assertEquals(List.of(), earshot.puts());
        assertEquals(STORED, run(0, "export"));
    }

    @Test
    void onlyWhatDiffersIsChangedInTheOrderOfTheFile() throws IOException {
        String file = file("""
                departments:
                  - {id: legal, name: Legal, description: Law.}
                  - id: support
                    name: Customer support
                    description: Orders.
                    liaison: help@example.com
                    respondWithin: PT240M
                    guidance: "Apologise once: \\"sorry\\".\\nThen help."
                    rules:
                      - name: asks for money back
                        pattern: {words: [refund, "yes"], scores: {support: [{numeric: [">=", 0.50]}]}}
                        action: assign
                        priority: URGENT
                    examples: [" 1e3"]
                """);
        assertEquals("""
                legal: would be added
                support: would change liaison, rules
                sales: not in the file, left as it is; departments are never deleted
                """, run(0, "import", "--dry-run", file));
        assertEquals(List.of(), earshot.puts());
        assertEquals("""
                legal: added
                support: changed liaison, rules
                sales: not in the file, left as it is; departments are never deleted
                """, run(0, "import", file));
        assertEquals(List.of("legal", "support"), earshot.puts());
        assertEquals(
                List.of("support", "sales", "legal"),
                earshot.stored().stream().map(Department::id).toList());
        assertEquals("""
                legal: unchanged
                support: unchanged
                sales: not in the file, left as it is; departments are never deleted
                """, run(0, "import", file));
    }

    @Test
    void aBadFileIsNamedWithItsLineBeforeAnybodyIsAsked() throws IOException {
        String file = file("departments:\n  - id: support\n    name: Support\n    description: ''\n    liason: x\n");
        String said = CommandLineTestSupport.run(2, 1, "departments", "import", file);
        assertTrue(said.startsWith("earshot: " + file + ":5: unknown setting 'liason'"), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void aTokenThatIsNotTakenIsOneLineThatDoesNotTellIt() throws IOException {
        Files.writeString(token, "another-token");
        assertEquals(
                "earshot: " + earshot.url() + " does not accept the token (401); it needs an access token of its issuer"
                        + " that has not expired\n",
                run(1, "export"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"detail\":\"Nothing is here.\"} | the token does not change departments at URL (404); it needs the group council",
                "400 | {\"detail\":\"No.\",\"errors\":[{\"pointer\":\"/examples\",\"detail\":\"too\\n\\u001blong\"}]}"
                        + " | department 'sales' is refused: /examples too long",
                "409 | {\"detail\":\"There are 40.\"} | department 'sales' is refused: There are 40.",
                "503 | {\"detail\":\"Try again.\"} | URL answers 503: Try again.",
                "500 | <html>oops</html> | URL answers 500",
                "302 | - | URL answers with a redirect (302), which is not followed; give the API's own address",
            })
    void whatTheApiRefusesIsOneLine(int status, String body, String words) throws IOException {
        earshot.answerPutsWith(status, "application/problem+json", body);
        String said = run(1, "import", file(STORED.replace("Offers.", "Offers and prices.")));
        assertEquals("support: unchanged\nearshot: " + words.replace("URL", earshot.url()) + "\n", said);
    }

    @Test
    void aRedirectIsNotFollowedSoTheTokenGoesNowhereElse() throws IOException {
        List<String> asked = new ArrayList<>();
        CallHandler elsewhere = call -> {
            asked.add(String.valueOf(call.header("Authorization")));
            return Answer.text(200, "application/json", "{\"items\":[],\"next\":null}");
        };
        try (LoopbackServer other = LoopbackServer.bind(0, "other").serve(elsewhere);
                LoopbackServer redirecting = LoopbackServer.bind(0, "redirecting")
                        .serve(exchange -> {
                            exchange.getResponseHeaders().set("Location", other.uri() + "/api/departments");
                            exchange.sendResponseHeaders(307, -1);
                            exchange.close();
                        })) {
            String said = CommandLineTestSupport.run(
                    1,
                    "departments",
                    "export",
                    "--url",
                    redirecting.uri().toString(),
                    "--token-file",
                    token.toString());
            assertTrue(said.contains(" answers with a redirect (307), which is not followed"), said);
        }
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Welcome!", "{\"items\":[]}", "{\"items\":[{\"id\":\"a\",\"later\":1}]}", "[]"})
    void whoIsNotEarshotIsOneLine(String body) throws IOException {
        CallHandler welcome = call -> Answer.text(200, "application/json", body);
        try (LoopbackServer other = LoopbackServer.bind(0, "other").serve(welcome)) {
            String said = CommandLineTestSupport.run(
                    1, "departments", "export", "--url", other.uri() + "/", "--token-file", token.toString());
            assertTrue(said.startsWith("earshot: " + other.uri() + " "), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    @Test
    void whereNobodyAnswersIsOneLine() {
        String nobody = "http://127.0.0.1:" + Loopback.freePort();
        String said = CommandLineTestSupport.run(
                1, "departments", "export", "--url", nobody, "--token-file", token.toString());
        assertTrue(said.startsWith("earshot: " + nobody + " does not answer: "), said);
        assertEquals(
                "earshot: no local cloud answers on port 1; start one with ./earshot up\n",
                CommandLineTestSupport.run(1, 1, "departments", "export"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://earshot.example.com",
                "HTTP://127.0.0.1.example.com",
                "http://127.0.0.1@example.com",
                "https://user:word@example.com",
                "https://example.com/?a=b",
                "https://example.com/#a",
                "ftp://example.com",
                "example.com",
                "https://",
                "no address"
            })
    void aTokenIsSentToNoAddressThatCouldTellIt(String url) {
        String said =
                CommandLineTestSupport.run(2, "departments", "export", "--url", url, "--token-file", token.toString());
        assertTrue(said.startsWith("earshot: --url is an address such as https://"), said);
    }

    @Test
    void theApiMayBeUnderAPathAndOnThisMachineWithoutEncryption() {
        assertEquals(
                "https://example.com/earshot",
                ApiAccess.address("https://example.com/earshot/").toString());
        assertEquals("http://[::1]:8080", ApiAccess.address("http://[::1]:8080").toString());
        assertEquals(
                "http://localhost:8080",
                ApiAccess.address("http://localhost:8080/").toString());
    }

    @Test
    void theTokenIsThatOfTheFileElseThatOfTheEnvironment() throws IOException {
        Map<String, String> environment = Map.of("EARSHOT_TOKEN", "from-the-environment");
        assertEquals(FakeDepartments.TOKEN, ApiAccess.token(token, environment));
        assertEquals("from-the-environment", ApiAccess.token(null, environment));
        assertThrows(RefusedException.class, () -> ApiAccess.token(null, Map.of()));
        Files.writeString(token, "two words\nHUSH");
        String said = run(2, "export");
        assertEquals("earshot: " + token + ": is no access token\n", said);
        assertFalse(said.contains("HUSH"));
    }

    @Test
    void oneEarshotIsMeant() {
        assertTrue(run(2, "export", "--port", "8080").contains("give one of them"));
        assertTrue(CommandLineTestSupport.run(2, "departments", "export", "--token-file", token.toString())
                .contains("--token-file goes with --url"));
    }

    /** Runs {@code departments} with these arguments against the fake. */
    private String run(int code, String... arguments) {
        List<String> all = new ArrayList<>(List.of("departments"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", earshot.url(), "--token-file", token.toString()));
        return CommandLineTestSupport.run(code, all.toArray(String[]::new));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), text).toString();
    }
}
