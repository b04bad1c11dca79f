package dev.earshot.local.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program that a function's package carries beside its handler: what is run is what is deployed. */
public final class PackagedProgram {

    private static final int WARNS_OF_NATIVE_ACCESS = 22;

    private PackagedProgram() {}

    /**
     * Runs it to its end, with this process's output as its own.
     *
     * @param zip the function's package
     * @param mainClass in it
     * @return its exit code
     * @throws IOException when the package is missing or broken
     */
    public static int run(Path zip, String mainClass, List<String> arguments) throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.open(Files.createTempDirectory("earshot-program"))) {
            Path root = Artifact.unpack(zip, folder.inside("task")).taskRoot();
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.add("-Djava.io.tmpdir=" + folder.inside("tmp"));
            if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
                command.add("--enable-native-access=ALL-UNNAMED");
            }
            command.addAll(List.of("-cp", root + File.pathSeparator + root.resolve("lib") + File.separator + "*"));
            command.add(mainClass);
            command.addAll(arguments);
            Process process = new ProcessBuilder(command).inheritIO().start();
            try {
                return process.waitFor();
            } finally {
                process.destroy();
            }
        }
    }
}
