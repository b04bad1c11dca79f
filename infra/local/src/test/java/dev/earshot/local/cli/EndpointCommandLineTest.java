package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code ./earshot up} with {@code AWS_ENDPOINT_URL} set: what cannot be used is one line and exit code 2. */
class EndpointCommandLineTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void awsItselfIsRefused() throws Exception {
        assertEquals(
                "earshot: AWS_ENDPOINT_URL: the local cloud does not run on AWS itself; README.md says how to deploy"
                        + " there\n",
                up("https://sqs.eu-central-1.amazonaws.com"));
    }

    @Test
    void anEndpointThatDoesNotAnswerIsNamed() throws Exception {
        String nobody = "http://127.0.0.1:" + Loopback.freePort();
        String said = up(nobody);
        assertTrue(
                said.endsWith("earshot: AWS_ENDPOINT_URL: nothing at " + nobody
                        + " answers as AWS does; start LocalStack or Floci there, or unset it\n"),
                said);
    }

    @Test
    void anyOtherWebServerIsNoEndpoint() throws Exception {
        CallHandler welcome = call -> Answer.text(200, "text/html", "<html><body>Welcome!</body></html>");
        try (LoopbackServer other = LoopbackServer.bind(0, "other").serve(welcome)) {
            String said = up(other.uri().toString());
            assertTrue(said.contains("earshot: AWS_ENDPOINT_URL: "), said);
            assertEquals(2, said.lines().count(), said);
        }
    }

    /** In a process of its own, which can have an environment of its own. */
    private static String up(String endpoint) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dearshot.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                Earshot.class.getName(),
                "up",
                "--port",
                "0");
        builder.environment().put("AWS_ENDPOINT_URL", endpoint);
        Process process = builder.redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(2, process.exitValue(), said);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
