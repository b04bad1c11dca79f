package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCommandTest {

    private static final String MENTION = "m_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LOG_GROUP =
            Pattern.compile("LogGroupName: !Sub \"/aws/lambda/\\$\\{AWS::StackName}-([a-z]+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "m_", "m_AAAAAAAAAAAAAAAAAAAAAAAAAA", "c_aaaaaaaaaaaaaaaaaaaaaaaaaa", "../status", "m_'; rm"
            })
    void whatIsNoIdIsRefused(String id) {
        assertTrue(CommandLineTestSupport.run(2, 1, "trace", id).startsWith("earshot: an id is m_ and 26 characters"));
    }

    @Test
    void forAStackTheAwsCliFindsTheHopsInEveryLogGroupOfItsFunctions() throws Exception {
        String aws = folder.resolve("calls").toString();
        ShellTestSupport.program(folder.resolve("aws"), "printf '%s\\n' \"$@\" >>" + aws + "; echo query-1\n");
        ShellTestSupport.program(folder.resolve("sleep"), "");
        Map<String, String> environment =
                Map.of("EARSHOT_HOME", HOME.toString(), "PATH", folder + ":" + System.getenv("PATH"));
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
        List<String> groups = LOG_GROUP
                .matcher(Files.readString(HOME.resolve("template.yaml")))
                .results()
                .map(group -> "/aws/lambda/ears-" + group.group(1))
                .toList();
        assertTrue(groups.size() >= 3, groups.toString());
        int first = arguments.indexOf("--log-group-names") + 1;
        assertEquals(groups, arguments.subList(first, first + groups.size()));
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
