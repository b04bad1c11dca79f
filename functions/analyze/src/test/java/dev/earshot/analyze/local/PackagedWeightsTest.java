package dev.earshot.analyze.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The weights are those that the training wrote: nobody can read bytes in a review. */
class PackagedWeightsTest {

    @Test
    void theChecksumsOfTheTrainingAreThoseOfThePackagedWeights() throws IOException, NoSuchAlgorithmException {
        List<String> checksums = new String(read("checksums"), UTF_8).lines().toList();
        assertEquals(4, checksums.size());
        for (String line : checksums) {
            List<String> parts = List.of(line.split(" {2}", -1));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(read(parts.get(1)));
            assertEquals(parts.get(0), HexFormat.of().formatHex(digest), parts.get(1));
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = PackagedWeightsTest.class.getResourceAsStream(LocalModels.FOLDER + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
