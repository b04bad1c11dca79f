package dev.earshot.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds function packages as the real builds do, only smaller. */
final class Packages {

    private Packages() {}

    /** The test handler, exploded at the root. */
    static Path java(Path folder) throws IOException {
        String entry = TestHandler.class.getName().replace('.', '/') + ".class";
        try (InputStream code = TestHandler.class.getClassLoader().getResourceAsStream(entry)) {
            return zip(folder, entry, code.readAllBytes());
        }
    }

    /** A native executable's stand-in. */
    static Path bootstrap(Path folder, String script) throws IOException {
        return zip(folder, "bootstrap", script.getBytes(StandardCharsets.UTF_8));
    }

    static Path zip(Path folder, String entry, byte[] content) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content);
            out.closeEntry();
        }
        return zip;
    }

    static FunctionSpec spec(Path zip, Duration timeout, Map<String, String> environment) {
        String handler = TestHandler.class.getName() + "::handleRequest";
        return new FunctionSpec("ears", zip, handler, timeout, 256, environment, "eu-central-1", "000000000000");
    }
}
