package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {

    private static final String SOURCES = """
            sources:
              - {name: our-forum, provider: github, secrets: [whsec_YQ==, "it's größer than $HOME `x`"]}
              - {name: our-repo, provider: github, secrets: [s]}
            """;

    @TempDir
    private Path folder;

    @Test
    void theCommandShowsNoSecretAndEachSourceHasOne() throws IOException {
        String file = file(SOURCES);
        String said = CommandLineTestSupport.run(0, "source", "put", "--sources", file);
        String earshot = Home.folder().resolve("earshot").toString();
        assertEquals(
                earshot + " source value our-forum --sources " + file + " | aws ssm put-parameter --type SecureString"
                        + " --overwrite --name /earshot/sources/our-forum --value file:///dev/stdin\n"
                        + earshot + " source value our-repo --sources " + file + " | aws ssm put-parameter"
                        + " --type SecureString --overwrite --name /earshot/sources/our-repo"
                        + " --value file:///dev/stdin\n",
                said);
    }

    @Test
    void theCommandWorksAsItIsPrintedWhereverFilesAreAndWhateverSecretsHold() throws Exception {
        Path home = Files.createDirectory(folder.resolve("it's my home"));
        ShellTestSupport.program(home.resolve("earshot"), ShellTestSupport.EARSHOT);
        ShellTestSupport.program(
                folder.resolve("aws"), "printf '%s\\n' \"$@\" >\"$OUT/arguments\"; cat >\"$OUT/value\"\n");
        Path file = Files.writeString(home.resolve("$sources.yaml"), SOURCES);
        Map<String, String> environment = Map.of(
                "EARSHOT_HOME",
                home.toString(),
                "OUT",
                folder.toString(),
                "LC_ALL",
                "C",
                "PATH",
                folder + ":" + System.getenv("PATH"));
        String command = ShellTestSupport.sh(
                0,
                environment,
                ShellTestSupport.EARSHOT,
                "source",
                "put",
                "our-forum",
                "--path",
                "/prod/ears",
                "--sources",
                file.toString());
        assertFalse(command.contains("whsec_"), command);
        ShellTestSupport.sh(0, environment, command);
        assertEquals(
                List.of(
                        "ssm",
                        "put-parameter",
                        "--type",
                        "SecureString",
                        "--overwrite",
                        "--name",
                        "/prod/ears/our-forum",
                        "--value",
                        "file:///dev/stdin"),
                Files.readAllLines(folder.resolve("arguments")));
        Source stored = EarshotJson.mapper().readValue(folder.resolve("value").toFile(), Source.class);
        assertEquals(List.of("whsec_YQ==", "it's größer than $HOME `x`"), stored.secrets());
    }

    @Test
    void theValueIsTheObjectThatTheFunctionsReadAndNothingElse() throws IOException {
        String said = CommandLineTestSupport.run(0, "source", "value", "our-repo", "--sources", file(SOURCES));
        JsonNode value = EarshotJson.mapper().readTree(said);
        assertEquals("{\"name\":\"our-repo\",\"provider\":\"github\",\"secrets\":[\"s\"],\"options\":{}}", said);
        assertEquals(4, value.size());
    }

    @Test
    void longValuesNeedAnAdvancedParameterAndLongerOnesAreRefused() throws IOException {
        assertTrue(put("x".repeat(5_000), 0).contains(" --tier Advanced --name /earshot/sources/a "));
        assertTrue(put("x".repeat(9_000), 2).contains("source 'a' is longer than the 8 KB of a parameter"));
    }

    @Test
    void whatCannotBePutIsRefused() throws IOException {
        String file = file(SOURCES);
        assertTrue(CommandLineTestSupport.run(2, "source", "put", "nobody", "--sources", file)
                .endsWith("there is no source 'nobody'; there are our-forum, our-repo\n"));
        assertTrue(CommandLineTestSupport.run(2, "source", "put", "--sources", "/no/such.yaml")
                .endsWith("/no/such.yaml: there is no such file\n"));
        CommandLineTestSupport.run(2, "source", "put", "--sources", file, "--path", "/a; rm -rf /");
        CommandLineTestSupport.run(2, "source", "put");
        assertTrue(CommandLineTestSupport.run(2, "source").contains("say which command"));
    }

    private String put(String secret, int code) throws IOException {
        return CommandLineTestSupport.run(
                code,
                "source",
                "put",
                "--sources",
                file("sources: [{name: a, provider: github, secrets: [" + secret + "]}]"));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("sources.yaml"), text).toString();
    }
}
