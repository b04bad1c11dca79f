package dev.earshot.analyze.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads the pieces that a model knows. */
final class Vocabulary {

    private Vocabulary() {}

    /** The vocabulary in a {@code tokenizer.json}, from pieces to their ids. */
    static Map<String, Integer> read(InputStream tokenizer) throws IOException {
        JsonNode pieces = EarshotJson.mapper().readTree(tokenizer).at("/model/vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        pieces.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        return vocabulary;
    }
}
