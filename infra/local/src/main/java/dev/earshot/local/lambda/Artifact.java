package dev.earshot.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An unpacked function: what Lambda has at {@code /var/task}.
 *
 * @param taskRoot the folder that holds the function's code
 */
record Artifact(Path taskRoot) {

    private static final String BOOTSTRAP = "bootstrap";

    /**
     * Unpacks a function's zip into a folder that must not hold anything yet.
     *
     * @throws IOException when the zip is missing or broken, or an entry would land outside the folder
     */
    static Artifact unpack(Path zip, Path taskRoot) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new NoSuchFileException(zip.toString(), null, "build the function first");
        }
        Path root = Files.createDirectories(taskRoot).toRealPath();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                unpack(file, entry, root);
            }
        }
        allowToRun(root.resolve(BOOTSTRAP));
        return new Artifact(root);
    }

    /** Whether it brings its own runtime, as native executables do. */
    boolean isNative() {
        return Files.isRegularFile(bootstrap());
    }

    Path bootstrap() {
        return taskRoot.resolve(BOOTSTRAP);
    }

    private static void unpack(ZipFile file, ZipEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException(file.getName() + ": entry outside of the package: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNullElse(target.getParent(), root));
        try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    /** The zip's own permission bits are out of Java's reach; the bootstrap is the one file that must be executable. */
    private static void allowToRun(Path bootstrap) throws IOException {
        if (Files.isRegularFile(bootstrap)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(bootstrap);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(bootstrap, permissions);
        }
    }
}
