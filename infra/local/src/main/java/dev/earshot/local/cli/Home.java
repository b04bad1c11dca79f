package dev.earshot.local.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder that Earshot's files are in, and how files that people name are read. */
final class Home {

    private static final String PROPERTY = "earshot.home";

    private Home() {}

    /** The folder with {@code template.yaml}: that of the {@code earshot} script, else the current one. */
    static Path folder() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
    }

    /** The text of a file that a person named; a refusal that names it when it cannot be read. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RefusedException(file + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new RefusedException(file + ": is not UTF-8");
        } catch (IOException e) {
            throw new RefusedException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
