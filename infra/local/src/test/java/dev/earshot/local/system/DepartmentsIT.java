package dev.earshot.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.routing.Department;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.cli.CommandLineTestSupport;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.store.DepartmentTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code ./earshot departments} by the packaged inbox; each test leaves a department of its own changed. */
class DepartmentsIT {

    private static LocalCloud cloud;
    private static DynamoDbClient dynamoDb;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startsTheLocalCloud() throws IOException {
        cloud = TestCloud.startWithInboxAlone();
        dynamoDb = Sdk.client(DynamoDbClient.builder(), cloud.emulators().dynamoDb());
    }

    @AfterAll
    static void endsIt() {
        dynamoDb.close();
        cloud.close();
    }

    @Test
    void whatAFileChangesIsInTheTableAndInTheNextExport() throws IOException {
        String before = earshot(0, "departments", "export");
        assertEquals(before, DepartmentsFile.write(DepartmentsFile.read("exported", before)));
        String guidance = "Apologise: \\\"sorry\\\".\\n\\n  - no: promises # yes\\n";
        String file = file(before.replace(
                        "    name: Customer support\n", "    name: Customer support\n    liaison: ana@example.com\n")
                .replace("guidance: Apologise once. Ask", "guidance: \"" + guidance + "\" # Ask")
                .replace("            - refund\n", "            - refund\n            - 'no'\n"));

        String said = earshot(0, "departments", "import", file);
        assertTrue(said.contains("support: changed liaison, guidance, rules\n"), said);
        assertTrue(said.contains("product: unchanged\n"), said);

        Department stored =
                new DepartmentTable(dynamoDb, cloud.table()).find("support").orElseThrow();
        assertEquals("ana@example.com", stored.liaison());
        assertEquals("Apologise: \"sorry\".\n\n  - no: promises # yes\n", stored.guidance());
        assertEquals("no", stored.rules().get(0).pattern().at("/words/1").asText());

        String after = earshot(0, "departments", "export");
        assertEquals(DepartmentsFile.write(DepartmentsFile.read("d.yaml", Files.readString(Path.of(file)))), after);
        String again = earshot(0, "departments", "import", file(after));
        assertTrue(again.lines().allMatch(line -> line.endsWith(": unchanged")), again);
        assertEquals(after, earshot(0, "departments", "export"));
    }

    @Test
    void aTokenOfADepartmentReadsButDoesNotChange() throws IOException {
        Path token = folder.resolve("token");
        Files.writeString(token, earshot(0, "token", "--groups", "product"));
        String[] there = {"--url", cloud.address().toString(), "--token-file", token.toString()};
        String yaml = CommandLineTestSupport.run(0, "departments", "export", there[0], there[1], there[2], there[3]);
        String file = file(yaml.replace("    name: Sales\n", "    name: Offers\n"));
        String said =
                CommandLineTestSupport.run(1, "departments", "import", file, there[0], there[1], there[2], there[3]);
        assertTrue(
                said.endsWith("earshot: the token does not change departments at " + cloud.address()
                        + " (404); it needs the group council\n"),
                said);
        assertTrue(earshot(0, "departments", "export").contains("    name: Sales\n"));
        Files.writeString(token, "nobodys-token");
        said = CommandLineTestSupport.run(1, "departments", "export", there[0], there[1], there[2], there[3]);
        assertTrue(said.contains(" does not accept the token (401)"), said);
    }

    private static String earshot(int code, String... arguments) {
        return CommandLineTestSupport.run(code, cloud.address().getPort(), arguments);
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("d.yaml"), yaml).toString();
    }
}
