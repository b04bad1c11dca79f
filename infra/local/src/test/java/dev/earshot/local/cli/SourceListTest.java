package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of sources, and how it tries them. */
class SourceListTest {

    private static final String QUIET = "{\"name\":\"quiet\",\"provider\":\"github\",\"problem\":null,"
            + "\"lastDeliveryAt\":null,\"lastRefusalAt\":null,\"lastRefusal\":null,\"hours\":[],"
            + "\"handshake\":{\"state\":\"NONE\",\"at\":null},\"leases\":[],\"poll\":null,"
            + "\"troubles\":[]}";
    private static final String TROUBLED =
            "{\"name\":\"feeds\",\"provider\":null,\"problem\":\"its parameter\\u001b[2J\","
                    + "\"lastDeliveryAt\":\"2026-11-22T11:00:00.000Z\",\"lastRefusalAt\":\"2026-11-22T12:00:00.000Z\","
                    + "\"lastRefusal\":\"not proven\",\"hours\":[{\"deliveries\":2,\"refusals\":1},"
                    + "{\"deliveries\":3,\"mentions\":4,\"refusals\":0}],"
                    + "\"poll\":{\"lastPolledAt\":\"2026-11-22T11:30:00.000Z\"},"
                    + "\"troubles\":[{\"at\":null,\"what\":\"As it is: its parameter\\u001b[2J\"},"
                    + "{\"at\":\"2026-11-22T12:00:00.000Z\",\"what\":\"Refused: not proven\"}]}";

    @TempDir
    private Path folder;

    private LoopbackServer server;
    private String heard = "";

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everySourceIsALineWithItsTrouble() throws IOException {
        answering(200, "{\"items\":[" + TROUBLED + "," + QUIET + "],\"next\":null}");
        String said = list(0);
        assertTrue(heard.startsWith("GET /api/sources Bearer a.token"), heard);
        List<String> lines = said.lines().toList();
        assertEquals(
                "NAME   PROVIDER  LAST HEARD                LAST POLL                 DELIVERED 24 H  MENTIONS 24 H"
                        + "  REFUSED 24 H  TROUBLE",
                lines.get(0));
        assertEquals(
                "feeds  -         2026-11-22T11:00:00.000Z  2026-11-22T11:30:00.000Z  5               4            "
                        + "  1             As it is: its parameter<U+1B>[2J; Refused: not proven"
                        + " (2026-11-22T12:00:00.000Z)",
                lines.get(1));
        assertEquals(List.of("quiet", "github", "-", "-", "0", "0", "0", "-"), words(lines.get(2)));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" +", -1));
    }

    @Test
    void whoeverMaySeeNoneIsToldSoAndWhoeverIsNotKnownIsRefused() throws IOException {
        answering(200, "{\"items\":[],\"next\":null}");
        assertTrue(list(0).startsWith("No sources are configured, or none that the token may see."));
        server.close();
        answering(401, "{}");
        assertTrue(list(1).contains("does not accept the token (401)"));
    }

    @Test
    void aTestDeliveryIsSignedAndWhatToEnterIsSaidWithoutSecrets() throws IOException {
        answering(202, "{\"accepted\":1,\"ignored\":0,\"mentionIds\":[\"m_1\"]}");
        String said = test(0, "our-repo");
        assertTrue(heard.startsWith("POST /hooks/our-repo "), heard);
        assertTrue(heard.contains(" sha256="), heard);
        assertTrue(said.startsWith("Source our-repo, provider github\n"), said);
        assertTrue(said.contains(server.uri() + "/hooks/our-repo"), said);
        assertTrue(
                said.endsWith("Test delivery -> 202 accepted 1, ignored 0 [\"m_1\"]\n"
                        + "  It is kept as noise, because it only tries the line: " + server.uri()
                        + "/noise shows it,\n  and its way is shown by ./earshot trace m_1 --stack NAME\n"),
                said);
        assertTrue(said.contains("\nWarning: secret 1 of source 'our-repo' is shorter than 16 characters"), said);
        assertFalse(said.contains("the-secret"), said);
    }

    @Test
    void aTestDeliveryThatIsRefusedFailsWithTheReason() throws IOException {
        answering(401, "{\"detail\":\"Not proven: no.\\u001b\"}");
        assertTrue(test(1, "our-repo").endsWith("Test delivery -> 401 Not proven: no.<U+1B>\n"));
        assertTrue(
                test(2, "nobody").endsWith("there is no source 'nobody'; there are our-form, our-repo, our-thanks\n"));
    }

    @Test
    void toASourceWithoutSecretNothingIsSentAndItIsSaidWhatToAdd() throws IOException {
        answering(202, "{\"accepted\":1,\"ignored\":0,\"mentionIds\":[]}");
        String said = test(2, "our-form");
        assertTrue(said.startsWith("Source our-form, provider form\n"), said);
        assertTrue(said.contains("the source has no secret"), said);
        assertTrue(said.contains("add one to its secrets in " + folder.resolve("sources.yaml")), said);
        assertEquals("", heard);
    }

    @Test
    void whereAFormSendsBrowsersIsSaid() throws IOException {
        answering(303, "");
        String said = test(0, "our-thanks");
        assertTrue(
                said.contains("Test delivery -> 303 taken; browsers are sent on to https://www.example.com/thanks\n"),
                said);
    }

    @Test
    void whoTriesASourceThatIsNotThereIsToldHowToGiveIt() throws IOException {
        answering(404, "{\"detail\":\"There is no such source.\"}");
        String said = test(1, "our-repo");
        assertTrue(said.contains("Test delivery -> 404 There is no such source.\n"), said);
        assertTrue(said.contains("./earshot source put our-repo --sources " + folder.resolve("sources.yaml")), said);
    }

    @Test
    void whatTheSourceDoesNotListenToIsNowhere() throws IOException {
        answering(202, "{\"accepted\":0,\"ignored\":1,\"mentionIds\":[]}");
        assertTrue(test(0, "our-repo").endsWith("Nothing of it is kept: the source's options do not listen to it\n"));
    }

    private String list(int code) throws IOException {
        String token = Files.writeString(folder.resolve("token"), "a.token").toString();
        return CommandLineTestSupport.run(
                code, "source", "list", "--url", server.uri().toString(), "--token-file", token);
    }

    private String test(int code, String name) throws IOException {
        Path file = Files.writeString(
                folder.resolve("sources.yaml"),
                "sources: [{name: our-repo, provider: github, secrets: [the-secret]}, {name: our-form, provider: form},"
                        + " {name: our-thanks, provider: form, secrets: [0123-4567-89ab-cdef],"
                        + " options: {thanks: 'https://www.example.com/thanks'}}]");
        return CommandLineTestSupport.run(
                code,
                "source",
                "test",
                name,
                "--sources",
                file.toString(),
                "--url",
                server.uri().toString());
    }

    private void answering(int status, String body) throws IOException {
        CallHandler handler = call -> {
            heard = call.method() + " " + call.uri() + " " + call.header("Authorization") + " "
                    + call.header("X-Hub-Signature-256");
            return Answer.text(status, "application/json", body);
        };
        server = LoopbackServer.bind(0, "fake-api").serve(handler);
    }
}
