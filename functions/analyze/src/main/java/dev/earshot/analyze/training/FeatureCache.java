package dev.earshot.analyze.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.analyze.embedding.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers in a file how texts were encoded: encoding takes most of a training's time. */
final class FeatureCache implements AutoCloseable {

    private static final int RECORD = 2 * Long.BYTES + TextEncoder.FEATURES * Float.BYTES;

    private final TextEncoder encoder;
    private final Map<UUID, float[]> known = new HashMap<>();
    private final @Nullable DataOutputStream file;

    /** @param path of the file; null to remember for this run only */
    FeatureCache(TextEncoder encoder, @Nullable Path path) throws IOException {
        this.encoder = encoder;
        if (path == null) {
            file = null;
            return;
        }
        if (Files.exists(path)) {
            if (Files.size(path) % RECORD != 0) {
                throw InvalidFileException.of(path, "was written by another version, or not to its end");
            }
            read(path);
        }
        file = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    private void read(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20))) {
            while (true) {
                UUID key = new UUID(in.readLong(), in.readLong());
                float[] features = new float[TextEncoder.FEATURES];
                for (int i = 0; i < features.length; i++) {
                    features[i] = in.readFloat();
                }
                known.put(key, features);
            }
        } catch (EOFException e) {
            return;
        }
    }

    /** The features of a text. */
    float[] features(String text) throws IOException {
        UUID key = UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
        float[] features = known.get(key);
        if (features == null) {
            features = encoder.encode(text).features();
            known.put(key, features);
            write(key, features);
        }
        return features;
    }

    private void write(UUID key, float[] features) throws IOException {
        if (file == null) {
            return;
        }
        file.writeLong(key.getMostSignificantBits());
        file.writeLong(key.getLeastSignificantBits());
        for (float feature : features) {
            file.writeFloat(feature);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
