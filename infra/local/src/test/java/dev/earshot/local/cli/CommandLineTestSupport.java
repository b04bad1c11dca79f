package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands as {@code ./earshot} does, and keeps what they print. */
public final class CommandLineTestSupport {

    private CommandLineTestSupport() {}

    /** Runs a command against the cloud at a port; fails unless it exits with {@code code}. Returns all it printed. */
    public static String run(int code, int port, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--port");
        all.add(Integer.toString(port));
        return run(code, all.toArray(String[]::new));
    }

    /** What a cloud says of itself, as JSON. */
    public static String status(URI cloud) {
        try {
            return RunningCloud.at(cloud.getPort())
                    .get(cloud.resolve("/_local/status"))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a command; fails unless it exits with {@code code}. Returns all it printed. */
    public static String run(int code, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        CommandLine command = Earshot.commandLine().setOut(out).setErr(out);
        assertEquals(code, command.execute(arguments), printed::toString);
        return printed.toString();
    }

    /** Runs a command against the cloud at a port, however it ends. Returns all it printed. */
    public static String attempt(int port, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        CommandLine command = Earshot.commandLine().setOut(out).setErr(out);
        command.execute(arguments[0], arguments[1], "--port", Integer.toString(port));
        return printed.toString();
    }
}
