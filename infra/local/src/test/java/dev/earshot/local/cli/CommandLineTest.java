package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsOneLineAndExitCode2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String said = CommandLineTestSupport.run(
                    2,
                    taken.getLocalPort(),
                    "up",
                    "--sources",
                    file("s.yaml", "sources: []"),
                    "--departments",
                    file("d.yaml", "departments: [{id: a, name: A, description: '', rules: [], examples: []}]"));
            assertEquals(
                    "earshot: port " + taken.getLocalPort()
                            + " is taken; give another with --port, or stop what listens there\n",
                    said);
        }
    }

    @Test
    void aBadSourcesFileIsNamedWithItsLine() throws IOException {
        String sources = file("s.yaml", "sources:\n  - {name: our-forum, provider: github}\n  - {name: Our Forum}\n");
        String said = CommandLineTestSupport.run(2, 0, "up", "--sources", sources);
        assertTrue(said.startsWith("earshot: " + sources + ":3: "), said);
        assertEquals(1, said.lines().count(), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider: gihtub, secrets: [HUSH]",
                "provider: standard-webhooks, secrets: [whsec_HUSH!]",
                "provider: cloudevents, secrets: [HUSH], options: {allowedOrigins: HUSH}",
                "provider: github, secrets: [HUSH], options: {org: HUSH}"
            })
    void aSourceThatNobodyCouldUseIsFoundBeforeAnythingStartsAndTellsNoSecret(String source) throws IOException {
        String sources =
                file("s.yaml", "sources:\n  - {name: ok, provider: github}\n  - {name: bad, " + source + "}\n");
        String said = CommandLineTestSupport.run(2, 0, "up", "--sources", sources);
        assertTrue(said.startsWith("earshot: " + sources + ":3: "), said);
        assertTrue(said.contains("'bad'"), said);
        assertFalse(said.contains("HUSH"), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void aBadDepartmentsFileIsNamedWithItsLine() throws IOException {
        String departments = file(
                "d.yaml", "departments:\n  - id: support\n    name: Support\n    description: ''\n    liason: x\n");
        String said = CommandLineTestSupport.run(
                2, 0, "up", "--sources", file("s.yaml", "sources: []"), "--departments", departments);
        assertTrue(said.startsWith("earshot: " + departments + ":5: unknown setting 'liason'"), said);
    }

    @Test
    void anAnalyzerThatThereIsNotIsRefusedWithThoseThatThereAre() {
        String said = atHome(() -> CommandLineTestSupport.run(2, 0, "up", "--analyzer", "clever"));
        assertTrue(said.contains("parameter AnalyzerMode wants one of [local, comprehend, hybrid]"), said);
    }

    @Test
    void aMissingFileIsNamed() {
        String said = CommandLineTestSupport.run(2, 0, "up", "--sources", "/no/such/file.yaml");
        assertEquals("earshot: /no/such/file.yaml: there is no such file\n", said);
    }

    @Test
    void withoutALocalCloudTheOthersSayHowToStartOne() throws IOException {
        String event = file("e.json", "{\"rawPath\": \"/hooks/our-forum\", \"body\": \"{}\"}");
        String said = CommandLineTestSupport.run(1, 1, "send", event);
        assertTrue(said.endsWith("earshot: no local cloud answers on port 1; start one with ./earshot up\n"), said);
    }

    @Test
    void aTokenNeedsARunningCloud() {
        String said = CommandLineTestSupport.run(1, 1, "token");
        assertEquals("earshot: no local cloud answers on port 1; start one with ./earshot up\n", said);
    }

    @Test
    void whatIsNoEventIsNamedBeforeAnythingIsSent() throws IOException {
        String said = CommandLineTestSupport.run(2, 1, "send", file("e.json", "{\"rawPath\": \"/other\"}"));
        assertTrue(said.contains("e.json:1: is not an event of an HTTP API"), said);
        assertTrue(CommandLineTestSupport.run(2, 1, "send", file("f.json", "{\n\n  oops"))
                .contains("f.json:3: "));
    }

    @Test
    void subscribeNeedsExactlyOneEndpoint() {
        assertTrue(CommandLineTestSupport.run(2, 1, "subscribe", "--department", "support")
                .contains("--email"));
        assertTrue(CommandLineTestSupport.run(
                        2, 1, "subscribe", "--department", "support", "--email", "a@b.c", "--url", "http://x")
                .contains("mutually exclusive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--email=nobody", "--url=ftp://example.com", "--url=javascript:alert(1)"})
    void anEndpointThatCannotBeOneIsRefused(String endpoint) {
        CommandLineTestSupport.run(2, 1, "subscribe", "--department", "support", endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "send",
                "subscribe",
                "token",
                "redrive",
                "trace",
                "source",
                "source put",
                "source value",
                "departments",
                "departments export",
                "departments import"
            })
    void everyCommandExplainsItself(String command) {
        String[] words = (command + " --help").split(" ", -1);
        assertTrue(CommandLineTestSupport.run(0, words).contains("Usage: earshot " + command));
    }

    /** Runs with the repository's own template and files. */
    private static String atHome(Supplier<String> command) {
        String before = System.setProperty("earshot.home", "../..");
        try {
            return command.get();
        } finally {
            if (before == null) {
                System.clearProperty("earshot.home");
            } else {
                System.setProperty("earshot.home", before);
            }
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
