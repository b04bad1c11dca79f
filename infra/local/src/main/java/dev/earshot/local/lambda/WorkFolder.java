package dev.earshot.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a function's own, made empty when it is opened and removed when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder open(Path path) throws IOException {
        WorkFolder folder = new WorkFolder(path);
        folder.remove();
        Files.createDirectories(path);
        return folder;
    }

    /** Makes a folder inside. */
    Path inside(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() {
        try {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
