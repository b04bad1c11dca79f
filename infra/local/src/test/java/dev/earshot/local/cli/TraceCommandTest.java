package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.local.RepositoryTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCommandTest {

    private static final String MENTION = "m_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "m_", "m_AAAAAAAAAAAAAAAAAAAAAAAAAA", "c_aaaaaaaaaaaaaaaaaaaaaaaaaa", "../status", "m_'; rm"})
    void whatIsNoIdIsRefused(String id) {
        assertTrue(CommandLineTestSupport.run(2, 1, "trace", id).startsWith("earshot: an id is m_ and 26 characters"));
    }

    @Test
    void forAStackTheAwsCliFindsTheHopsInEveryLogGroupOfItsFunctions() throws Exception {
        String aws = folder.resolve("calls").toString();
        ShellTestSupport.program(folder.resolve("aws"), "printf '%s\\n' \"$@\" >>" + aws + "; echo query-1\n");
        ShellTestSupport.program(folder.resolve("sleep"), "");
        Map<String, String> environment = Map.of(
                "EARSHOT_HOME", RepositoryTemplate.HOME.toString(),
                "PATH", folder + ":" + System.getenv("PATH"));
        String script = ShellTestSupport.sh(
                0,
                environment,
                ShellTestSupport.EARSHOT,
                "trace",
                "c_" + MENTION.substring(2) + "_support",
                "--stack",
                "ears");
        ShellTestSupport.sh(0, environment, script);
        List<String> arguments = Files.readAllLines(Path.of(aws));
        RepositoryTemplate.functions().forEach(stage -> assertTrue(
                arguments.contains("/aws/lambda/ears-" + stage), "no log group of " + stage + " in " + arguments));
        assertEquals(
                "fields @timestamp, @log, mdc.hop, message | filter mdc.mentionId = \"" + MENTION
                        + "\" | sort @timestamp asc | limit 1000",
                arguments.get(arguments.indexOf("--query-string") + 1));
        assertEquals("query-1", arguments.get(arguments.indexOf("--query-id") + 1));
    }

    @Test
    void whatControlsATerminalIsShownAsItsCode() {
        assertEquals("a<U+1B>[2Jb<U+A>c<U+202E>d é 😀", Printable.line("a\u001b[2Jb\nc\u202ed é 😀"));
    }
}
