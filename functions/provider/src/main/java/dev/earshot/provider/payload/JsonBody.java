package dev.earshot.provider.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.core.json.EarshotJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/** A body from a stranger, as JSON: strict UTF-8, bounded depth. */
public sealed interface JsonBody {

    /** Why bytes are no text. */
    String NO_UTF8 = "The body is not UTF-8.";

    /** It is what was asked for. */
    record Parsed(JsonNode root) implements JsonBody {}

    /**
     * It is not.
     *
     * @param reason where it went wrong; never what stands there
     */
    record Unreadable(String reason) implements JsonBody {}

    /** Reads the raw bytes of a body that is an object. */
    public static JsonBody read(byte[] body) {
        return utf8(body).map(JsonBody::read).orElseGet(() -> new Unreadable(NO_UTF8));
    }

    /** Reads a body that is an object, and characters already. */
    public static JsonBody read(String text) {
        return parse(text, JsonNode::isObject, "The body is not a JSON object.");
    }

    /** Reads the raw bytes of a body that is a list. */
    public static JsonBody readList(byte[] body) {
        return utf8(body)
                .map(text -> parse(text, JsonNode::isArray, "The body is not a JSON array."))
                .orElseGet(() -> new Unreadable(NO_UTF8));
    }

    /** Reads the raw bytes of a body of plain words, as a JSON string. */
    public static JsonBody words(byte[] body) {
        return utf8(body)
                .<JsonBody>map(text -> new Parsed(TextNode.valueOf(text)))
                .orElseGet(() -> new Unreadable(NO_UTF8));
    }

    /** Bytes as text; empty when they are not UTF-8. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static JsonBody parse(String text, Predicate<JsonNode> expected, String otherwise) {
        try {
            JsonNode root = EarshotJson.mapper().readTree(text);
            return expected.test(root) ? new Parsed(root) : new Unreadable(otherwise);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getCharOffset();
            return new Unreadable("The body is not JSON that can be read" + where + ".");
        }
    }
}
