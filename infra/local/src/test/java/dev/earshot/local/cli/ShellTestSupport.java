package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command line as a process of its own, with an environment of its own and no terminal. */
final class ShellTestSupport {

    /** What {@code earshot} ends with, as one shell command. */
    static final String EARSHOT = "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR -Dearshot.home=\"$EARSHOT_HOME\" -cp '"
            + System.getProperty("java.class.path")
            + "' dev.earshot.local.cli.Earshot \"$@\"\n";

    private ShellTestSupport() {}

    /** Runs a script; fails unless it exits with {@code code}. Returns all it printed. */
    static String sh(int code, Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 4];
        command[0] = "sh";
        command[1] = "-c";
        command[2] = script;
        command[3] = "earshot";
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed);
        assertEquals(code, process.exitValue(), printed);
        return printed;
    }

    /** Writes a program that the scripts find. */
    static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertTrue(file.toFile().setExecutable(true));
    }
}
