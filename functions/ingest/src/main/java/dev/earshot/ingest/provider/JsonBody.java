package dev.earshot.ingest.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A body of JSON from a stranger: strict UTF-8, bounded depth, one object. */
sealed interface JsonBody {

    /** It is one object. */
    record Parsed(JsonNode root) implements JsonBody {}

    /**
     * It is not.
     *
     * @param reason where it went wrong; never what stands there
     */
    record Unreadable(String reason) implements JsonBody {}

    /** Reads the raw bytes of a body. */
    static JsonBody read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return read(text);
        } catch (CharacterCodingException e) {
            return new Unreadable("The body is not UTF-8.");
        }
    }

    /** Reads a body that is characters already. */
    static JsonBody read(String text) {
        try {
            JsonNode root = EarshotJson.mapper().readTree(text);
            return root.isObject() ? new Parsed(root) : new Unreadable("The body is not a JSON object.");
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getCharOffset();
            return new Unreadable("The body is not JSON that can be read" + where + ".");
        }
    }
}
